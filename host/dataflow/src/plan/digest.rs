//! A plan's digest: hosts that came to the same plan have the same one. Every field is written out, since what `Debug`
//! makes of it may differ between builds.

use std::time::Duration;

use crate::{
    Breaker, ErrorPolicy, Policies, Then,
    plan::Plan,
    spec::{Kind, Node, Partitioning, Watermarks},
};

/// Begins what is hashed. Another number means that the fields or their order changed.
const FORMAT: &str = "sandbar plan 1";

pub(super) fn of(plan: &Plan) -> String {
    let mut fields = Fields(blake3::Hasher::new());
    fields.text(FORMAT);
    fields.text(&plan.pipeline.name);
    fields.number(plan.pipeline.nodes.len());
    for node in &plan.pipeline.nodes {
        fields.node(node);
    }
    fields.number(plan.edges.len());
    for edge in &plan.edges {
        fields.numbers([edge.from, edge.to, usize::from(edge.chained)]);
        fields.numbers([edge.from_port.0 as usize, edge.to_port.0 as usize]);
        fields.number(match edge.partitioning {
            Partitioning::Forward => 0,
            Partitioning::Hash => 1,
            Partitioning::Broadcast => 2,
            Partitioning::Rebalance => 3,
        });
    }
    fields.number(plan.chains.len());
    for chain in &plan.chains {
        fields.numbers([chain.parallelism as usize, chain.nodes.len()]);
        fields.numbers(chain.nodes.iter().copied());
    }
    fields.0.finalize().to_hex().to_string()
}

/// Takes fields one after the other, none of which can be mistaken for a part of its neighbour.
struct Fields(blake3::Hasher);

impl Fields {
    fn number(&mut self, number: usize) {
        self.0.update(&(number as u64).to_le_bytes());
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = usize>) {
        numbers.into_iter().for_each(|number| self.number(number));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.update(text.as_bytes());
    }

    fn duration(&mut self, duration: Duration) {
        self.0.update(&duration.as_nanos().to_le_bytes());
    }

    /// A node; its inputs are the plan's edges.
    fn node(&mut self, node: &Node) {
        self.text(&node.name);
        self.number(match node.kind {
            Kind::Source => 0,
            Kind::Operator => 1,
            Kind::Sink => 2,
        });
        self.number(node.parallelism as usize);
        for ports in [&node.input_ports, &node.output_ports] {
            self.number(ports.len());
            ports.iter().for_each(|port| self.text(port));
        }
        self.policies(&node.policies);
        self.number(usize::from(node.watermarks.is_some()));
        if let Some(Watermarks { lateness, idle }) = node.watermarks {
            self.duration(lateness.0);
            self.number(usize::from(idle.is_some()));
            self.duration(idle.unwrap_or_default());
        }
        self.number(usize::from(node.output_bytes_max.is_some()));
        self.number(node.output_bytes_max.unwrap_or_default());
    }

    fn policies(&mut self, policies: &Policies) {
        let Policies { rejects, failures, traps, limits, breaker } = *policies;
        for ErrorPolicy { retry, backoff, then } in [rejects, failures, traps, limits] {
            self.number(retry as usize);
            self.duration(backoff);
            self.number(match then {
                Then::Skip => 0,
                Then::DeadLetter => 1,
                Then::Halt => 2,
            });
        }
        self.number(match breaker {
            Breaker::On => 0,
            Breaker::Off => 1,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::{
        Policies, Then,
        plan::plan,
        spec::{Input, Kind, Node, Partitioning, Pipeline, Watermarks},
    };

    fn node(name: &str, kind: Kind) -> Node {
        let from = (kind == Kind::Sink).then(|| Input {
            from: "in".to_owned(),
            port: None,
            to: None,
            by: None,
        });
        Node {
            name: name.to_owned(),
            kind,
            parallelism: 1,
            inputs: from.into_iter().collect(),
            input_ports: if kind == Kind::Sink { vec!["in".to_owned()] } else { vec![] },
            output_ports: if kind == Kind::Source { vec!["out".to_owned()] } else { vec![] },
            policies: Policies::default(),
            watermarks: None,
            output_bytes_max: None,
        }
    }

    fn digest(change: impl FnOnce(&mut Pipeline)) -> String {
        let nodes = vec![node("in", Kind::Source), node("out", Kind::Sink)];
        let mut pipeline = Pipeline { name: "test".to_owned(), nodes };
        change(&mut pipeline);
        plan(pipeline).expect("a good plan").digest()
    }

    #[test]
    fn one_plan_has_one_digest_and_every_change_another() {
        let plain = digest(|_| {});
        assert_eq!(plain, digest(|_| {}));
        assert_eq!(plain.len(), 64);
        let changed: BTreeSet<String> = [
            digest(|pipeline| pipeline.name.push('x')),
            digest(|pipeline| pipeline.nodes[1].name.push('x')),
            digest(|pipeline| pipeline.nodes[1].parallelism = 2),
            digest(|pipeline| pipeline.nodes[0].output_ports.push("more".to_owned())),
            digest(|pipeline| pipeline.nodes[1].inputs[0].by = Some(Partitioning::Hash)),
            digest(|pipeline| pipeline.nodes[1].inputs[0].by = Some(Partitioning::Broadcast)),
            digest(|pipeline| pipeline.nodes[1].policies.traps.then = Then::Skip),
            digest(|pipeline| pipeline.nodes[1].policies.traps.retry = 1),
            digest(|pipeline| pipeline.nodes[1].policies.limits.retry = 1),
            digest(|pipeline| pipeline.nodes[1].output_bytes_max = Some(0)),
            digest(|pipeline| pipeline.nodes[0].watermarks = Some(Watermarks::default())),
        ]
        .into();
        assert_eq!(changed.len(), 11, "no two are alike");
        assert!(!changed.contains(&plain));
    }
}
