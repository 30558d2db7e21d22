//! Answers to what is asked over HTTP: whether this host is ready, and what it measured.

use crate::{
    api::Api,
    cluster::Cluster,
    node::Joining,
    observe::{self, Answer, Questions, Snapshot, Watch},
};

/// Answers of a leader.
pub(super) async fn answer_for_leader(mut questions: Questions, api: &Api, cluster: &Cluster) {
    while let Some((watch, to)) = questions.recv().await {
        let answer = match watch {
            Watch::Ready => ready(api).await,
            Watch::Metrics => encoded(&snapshot(api, cluster).await),
        };
        // Whoever asked may have gone.
        let _ = to.send(answer);
    }
    std::future::pending().await
}

/// Answers of a host that does not lead.
pub(super) async fn answer_for_member(mut questions: Questions, joining: &Joining) {
    while let Some((watch, to)) = questions.recv().await {
        let answer = match watch {
            Watch::Ready if joining.is_joined() => Answer::Good("ready\n".to_owned()),
            Watch::Ready => Answer::Bad("the leading host is away".to_owned()),
            Watch::Metrics => encoded(&Snapshot::default()),
        };
        let _ = to.send(answer);
    }
    std::future::pending().await
}

/// A leader is ready if it can read its metadata.
async fn ready(api: &Api) -> Answer {
    match api.tenants().await {
        Ok(_) => Answer::Good("ready\n".to_owned()),
        Err(problem) => Answer::Bad(problem.message),
    }
}

async fn snapshot(api: &Api, cluster: &Cluster) -> Snapshot {
    let tenants = api.tenants().await.unwrap_or_default();
    let mut pipelines = Vec::new();
    for tenant in &tenants {
        for summary in cluster.pipelines(&tenant.name).await {
            // One that is deleted meanwhile is not told any more.
            if let Ok(described) = cluster.describe(&tenant.name, &summary.name).await {
                pipelines.push(observe::Pipeline { tenant: tenant.name.clone(), described });
            }
        }
    }
    Snapshot { hosts: cluster.hosts(), tenants, pipelines, counts: api.counted() }
}

fn encoded(snapshot: &Snapshot) -> Answer {
    match observe::encode(snapshot) {
        Ok(text) => Answer::Good(text),
        Err(_) => Answer::Bad("metrics cannot be written".to_owned()),
    }
}
