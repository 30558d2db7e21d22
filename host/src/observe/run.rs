//! Metrics of a pipeline that runs without a cluster: what its nodes counted, over the same HTTP and under the same names
//! as a host tells.

use sandbar_control::view::NodeDescription;
use sandbar_dataflow::Snapshot;
use tokio::net::TcpListener;

use super::{Answer, Watch, encode_run, serve};
use crate::{job::Counted, pipeline::Planned};

/// Answers at `listener` for as long as it is polled.
pub async fn serve_run(listener: TcpListener, planned: &Planned, counted: Counted) {
    let (mut questions, served) = serve(listener);
    let answers = async {
        while let Some((watch, to)) = questions.recv().await {
            let answer = match watch {
                Watch::Ready => Answer::Good("ready\n".to_owned()),
                Watch::Metrics => measured(planned, &counted),
            };
            // Whoever asked may have gone.
            let _ = to.send(answer);
        }
    };
    tokio::select! {
        biased;
        _ = served => {}
        () = answers => {}
    }
    std::future::pending().await
}

fn measured(planned: &Planned, counted: &Counted) -> Answer {
    let pipeline = &planned.plan.pipeline;
    let nodes = pipeline.nodes.iter().zip(counted.snapshot());
    let nodes: Vec<NodeDescription> =
        nodes.map(|(node, counts)| described(&node.name, node.kind.to_string(), &counts)).collect();
    match encode_run(&pipeline.name, &nodes) {
        Ok(text) => Answer::Good(text),
        Err(_) => Answer::Bad("metrics cannot be written".to_owned()),
    }
}

fn described(name: &str, kind: String, counts: &Snapshot) -> NodeDescription {
    NodeDescription {
        name: name.to_owned(),
        kind,
        records_in: counts.records_in,
        records_out: counts.records_out,
        rejected: counts.rejected,
        failures: counts.calls_failed,
        cpu_ns: counts.cpu_ns(),
        memory_bytes_peak: counts.memory_bytes_peak,
        dead_lettered: counts.dead_lettered,
        skipped: counts.skipped,
        pauses: counts.pauses,
        paused: u32::try_from(counts.paused).unwrap_or(u32::MAX),
        log_lines_dropped: counts.log_lines_dropped,
        ..NodeDescription::default()
    }
}
