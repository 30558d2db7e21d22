//! Leaders of one cluster after each other, over the same metadata, on a paused clock.

use sandbar_schema::node_capnp::{leader, member};
use sandbar_store::{blobs, metadata};
use tokio::{
    task::{LocalSet, spawn_local},
    time::Instant,
};

use super::*;
use crate::cluster::{Cluster, Offer, Seams};

struct Deaf;
impl member::Server for Deaf {}

fn host(name: &str) -> HostName {
    HostName::parse(name).unwrap()
}

fn join(cluster: &Cluster, name: &str) -> leader::Client {
    let (address, version) = (String::new(), String::new());
    let offer = Offer { name: host(name), address, cpus: 1, version };
    cluster.join(offer, capnp_rpc::new_client(Deaf)).unwrap()
}

async fn open(metadata: &Rc<metadata::Memory>) -> Cluster {
    let seams =
        Seams { host: host("h1"), now_ms: Rc::new(|| 0), random: Rc::new(|bytes| bytes.fill(7)) };
    let metadata = Rc::clone(metadata) as Rc<dyn sandbar_store::Metadata>;
    Cluster::open(metadata, Rc::<blobs::Memory>::default(), seams).await.unwrap()
}

/// How long a leader waits whose hosts come after so many milliseconds each.
async fn waited(cluster: &Cluster, coming: &'static [(&'static str, u64)]) -> u128 {
    let (begin, joining) = (Instant::now(), cluster.clone());
    let held = spawn_local(async move {
        let mut held = Vec::new();
        for (name, after_ms) in coming {
            tokio::time::sleep(Duration::from_millis(*after_ms)).await;
            held.push(join(&joining, name));
        }
        held
    });
    gathered(&cluster.0).await;
    let waited = begin.elapsed().as_millis();
    drop(held.await);
    waited
}

#[tokio::test(start_paused = true)]
async fn a_leader_waits_for_the_hosts_that_it_knew_and_no_longer() {
    let test = async {
        let metadata = Rc::<metadata::Memory>::default();
        let first = open(&metadata).await;
        let running = first.clone();
        let run = spawn_local(async move { running.run().await });
        assert_eq!(waited(&first, &[]).await, 0, "it knows nobody");
        let _held = [join(&first, "h1"), join(&first, "h2")];
        tokio::time::sleep(Duration::from_millis(1)).await;
        run.abort();
        let second = open(&metadata).await;
        assert_eq!(waited(&second, &[("h2", 100), ("h1", 700)]).await, 800);
        assert_eq!(waited(&second, &[]).await, 0, "only once");
        let third = open(&metadata).await;
        assert_eq!(waited(&third, &[("h1", 0)]).await, 5_000, "h2 does not come");
        let fourth = open(&metadata).await;
        assert_eq!(waited(&fourth, &[("h1", 20)]).await, 20, "h2 is not waited for again");
        let fifth = open(&metadata).await;
        fifth.0.draining.borrow_mut().insert(host("h1"));
        assert_eq!(waited(&fifth, &[]).await, 0, "nothing would be placed on it");
    };
    LocalSet::new().run_until(test).await;
}
