//! Rights: the standard ones need nobody's agreement, any other does.

use sandbar_control::Digest;
use sandbar_schema::control_capnp::tenant;

use super::{World, begin, code_of, local};

async fn publish(tenant: &tenant::Client, name: &str, content: &[u8]) {
    let (digest, bytes) = (Digest::of(content), content.len() as u64);
    let upload = begin(tenant, (name, "1"), digest.as_str(), bytes).await.unwrap();
    let mut request = upload.write_request();
    request.get().set_content(content);
    request.send().await.unwrap();
    upload.finish_request().send().promise.await.unwrap();
}

/// Deploys a pipeline of that plugin with these rights; the code of the problem, or nothing.
async fn deploy(tenant: &tenant::Client, plugin: &str, rights: &[&str]) -> String {
    let mut request = tenant.deploy_request();
    let mut source = request.get().init_source();
    source.set_file("p.toml");
    source.set_text(format!(
        "name = \"{plugin}\"\n[source.in]\nconnector = \"generator\"\n\
         [operator.o]\nplugin = \"{plugin}@1\"\ninput = \"in\"\n\
         [sink.out]\nconnector = \"discard\"\ninput = \"o\"\n"
    ));
    let mut agreed = request.get().init_rights(rights.len() as u32);
    for (index, right) in (0..).zip(rights) {
        let mut to = agreed.reborrow().get(index);
        to.set_operator("o");
        to.set_right(*right);
    }
    let answer = request.send().promise.await.unwrap();
    code_of(answer.get().unwrap().get_problem().unwrap())
}

#[tokio::test]
async fn only_rights_beyond_the_standard_have_to_be_agreed_to() {
    local(async {
        let world = World::new().await;
        let tenant = world.tenant().await;
        publish(&tenant, "plain", b"plain").await;
        publish(&tenant, "more", b"state").await;
        assert_eq!(deploy(&tenant, "plain", &[]).await, "");
        assert_eq!(deploy(&tenant, "more", &[]).await, "forbidden");
        assert_eq!(deploy(&tenant, "more", &["output.emit"]).await, "forbidden");
        assert_eq!(deploy(&tenant, "more", &["state.get"]).await, "");
        // What was agreed to once is not asked for again.
        assert_eq!(deploy(&tenant, "more", &[]).await, "");
    })
    .await;
}
