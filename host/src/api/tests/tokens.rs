//! Wrong tokens, revoked ones, viewers.

use super::{World, begin, code, code_of, local, tenant};
use sandbar_control::{Digest, Token};

#[tokio::test]
async fn a_connection_that_brings_wrong_tokens_is_closed() {
    local(async {
        let world = World::new().await;
        let (bootstrap, serving) = world.connect();
        for number in 0..5 {
            let wrong = Token::mint([number; 32]).reveal();
            assert_eq!(code(&bootstrap, &wrong).await.unwrap(), "unauthenticated");
        }
        // The right one comes too late.
        let right = world.acme.token.reveal();
        let late = code(&bootstrap, &right).await;
        assert!(late.as_deref().map_or(true, |code| code == "unauthenticated"), "{late:?}");
        serving.await.unwrap();
        let (bootstrap, _) = world.connect();
        assert_eq!(code(&bootstrap, &right).await.unwrap(), "");
    })
    .await;
}

#[tokio::test]
async fn revoking_a_token_closes_its_connections_and_no_others() {
    local(async {
        let world = World::new().await;
        let (bootstrap, serving) = world.connect();
        let (others, _other) = world.connect();
        let tenant = tenant(&bootstrap, &world.acme.token).await;
        assert_eq!(code(&others, &world.operator.token.reveal()).await.unwrap(), "");
        tenant.plugins_request().send().promise.await.unwrap();
        world.api.tenancy().revoke(&world.acme.id).await.unwrap();
        assert!(tenant.plugins_request().send().promise.await.is_err());
        serving.await.unwrap();
        others.version_request().send().promise.await.unwrap();
        assert_eq!(code(&others, &world.acme.token.reveal()).await.unwrap(), "unauthenticated");
    })
    .await;
}

#[tokio::test]
async fn a_viewer_looks_changes_nothing_and_ends_when_it_is_revoked() {
    local(async {
        let world = World::new().await;
        let owner = world.tenant().await;
        let answer = owner.viewer_request().send().promise.await.unwrap();
        let viewer = answer.get().unwrap().get_tenant().unwrap();
        let revocation = answer.get().unwrap().get_revocation().unwrap();
        viewer.plugins_request().send().promise.await.unwrap();
        let digest = Digest::of(b"one").to_string();
        let refused = begin(&viewer, ("a", "1"), &digest, 3).await.err();
        assert_eq!(refused.as_deref(), Some("forbidden"));
        let deployed = viewer.deploy_request().send().promise.await.unwrap();
        assert_eq!(code_of(deployed.get().unwrap().get_problem().unwrap()), "forbidden");
        let mut retract = viewer.retract_request();
        retract.get().set_name("a");
        let retracted = retract.send().promise.await.unwrap();
        assert_eq!(code_of(retracted.get().unwrap().get_problem().unwrap()), "forbidden");
        // A viewer's own viewer ends with it.
        let answer = viewer.viewer_request().send().promise.await.unwrap();
        let second = answer.get().unwrap().get_tenant().unwrap();
        second.pipelines_request().send().promise.await.unwrap();
        revocation.revoke_request().send().promise.await.unwrap();
        for gone in [&viewer, &second] {
            let error = gone.pipelines_request().send().promise.await.err().unwrap();
            assert!(error.extra.contains("revoked"), "{error}");
        }
        owner.pipelines_request().send().promise.await.unwrap();
        let audited = world.audited().await;
        let told: Vec<_> =
            audited.iter().map(|entry| (entry.action.as_str(), entry.outcome.as_str())).collect();
        assert_eq!(
            told,
            [("upload", "forbidden"), ("deploy", "forbidden"), ("retract", "forbidden")]
        );
        assert!(audited.iter().all(|entry| entry.actor == "acme/ci"));
    })
    .await;
}
