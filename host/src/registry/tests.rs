//! Publishing, finding and taking back, over stores in memory.

use std::rc::Rc;

use sandbar_control::{
    Code, Digest, PipelineName, Quota, Reference, TenantName, keys,
    record::{self, Record as _},
};
use sandbar_store::{Blobs, Metadata, Write, blobs, metadata};

use super::Registry;

struct World {
    registry: Registry,
    metadata: Rc<dyn Metadata>,
    blobs: Rc<dyn Blobs>,
    acme: TenantName,
}

fn world() -> World {
    let metadata: Rc<dyn Metadata> = Rc::new(metadata::Memory::default());
    let blobs: Rc<dyn Blobs> = Rc::new(blobs::Memory::default());
    let registry = Registry::new(Rc::clone(&metadata), Rc::clone(&blobs));
    World { registry, metadata, blobs, acme: TenantName::parse("acme").unwrap() }
}

fn reference(text: &str) -> Reference {
    Reference::parse(text).unwrap()
}

fn plugin(text: &str, bytes: &[u8]) -> record::Plugin {
    let Reference { name, version } = reference(text);
    let (digest, manifest) = (Digest::of(bytes), "{}".to_owned());
    let bytes = bytes.len() as u64;
    record::Plugin { name, version, digest, bytes, published: 1, manifest, retracted: false }
}

impl World {
    async fn publish(&self, text: &str, bytes: &[u8]) -> Result<record::Plugin, Code> {
        let quota = Quota { plugins: 2, ..Quota::default() };
        let published =
            self.registry.publish(&self.acme, quota, plugin(text, bytes), bytes.to_vec()).await;
        published.map_err(|problem| problem.code)
    }
}

#[tokio::test]
async fn a_name_and_version_is_bound_for_ever() {
    let world = world();
    world.publish("a@1", b"one").await.unwrap();
    assert_eq!(world.publish("a@1", b"two").await, Err(Code::Exists));
    assert_eq!(world.publish("a@1", b"one").await.unwrap().digest, Digest::of(b"one"));
    world.registry.retract(&world.acme, &reference("a@1")).await.unwrap();
    assert_eq!(world.registry.plugin(&world.acme, &reference("a@1")).await, Ok(None));
    assert_eq!(world.publish("a@1", b"two").await, Err(Code::Exists));
    world.publish("a@1", b"one").await.unwrap();
    assert_eq!(world.registry.plugins(&world.acme).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_quota_counts_names_that_were_taken_back() {
    let world = world();
    world.publish("a@1", b"one").await.unwrap();
    world.publish("a@2", b"two").await.unwrap();
    assert_eq!(world.publish("a@3", b"three").await, Err(Code::Quota));
    world.registry.retract(&world.acme, &reference("a@2")).await.unwrap();
    assert_eq!(world.publish("a@3", b"three").await, Err(Code::Quota));
    world.publish("a@2", b"two").await.unwrap();
}

#[tokio::test]
async fn one_tenant_has_nothing_of_another() {
    let world = world();
    world.publish("a@1", b"one").await.unwrap();
    let other = TenantName::parse("acme-2").unwrap();
    assert_eq!(world.registry.plugin(&other, &reference("a@1")).await, Ok(None));
    assert_eq!(world.registry.plugins(&other).await.unwrap(), []);
    let refused = world.registry.retract(&other, &reference("a@1")).await.unwrap_err();
    assert_eq!(refused.code, Code::NotFound);
}

#[tokio::test]
async fn bytes_go_when_nobody_uses_them_any_more() {
    let world = world();
    let digest = blobs::Digest::of(b"one");
    world.publish("a@1", b"one").await.unwrap();
    world.publish("a@2", b"one").await.unwrap();
    world.registry.retract(&world.acme, &reference("a@1")).await.unwrap();
    assert!(world.blobs.contains(&digest).await.unwrap());
    world.registry.retract(&world.acme, &reference("a@2")).await.unwrap();
    assert!(!world.blobs.contains(&digest).await.unwrap());
}

#[tokio::test]
async fn what_a_pipeline_uses_cannot_be_taken_back() {
    let world = world();
    world.publish("a@1", b"one").await.unwrap();
    let name = PipelineName::parse("delays").unwrap();
    let uses = record::PluginUse {
        reference: reference("a@1"),
        digest: Digest::of(b"one"),
        manifest: "{}".to_owned(),
    };
    let pipeline = record::Pipeline {
        name: name.clone(),
        source: record::Source::default(),
        plugins: vec![uses],
        rights: vec![],
        desired: record::Desired::Running,
        outcome: None,
        epoch: 1,
        secret: [0; 16],
        seed: 0,
        revision: 1,
        deployed: 0,
    };
    let key = keys::pipeline(&world.acme, &name);
    world.metadata.commit(&[], &[Write::put(&key, pipeline.encode())]).await.unwrap();
    let refused = world.registry.retract(&world.acme, &reference("a@1")).await.unwrap_err();
    assert_eq!(refused.code, Code::Conflict);
    assert!(refused.message.contains("delays"), "{refused}");
    world.metadata.commit(&[], &[Write::delete(&key)]).await.unwrap();
    world.registry.retract(&world.acme, &reference("a@1")).await.unwrap();
}
