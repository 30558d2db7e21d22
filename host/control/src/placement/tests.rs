//! Cases by hand, and properties over shapes and hosts drawn under a seed.

use std::collections::BTreeMap;

use super::*;
use crate::Code;

/// Numbers that a seed decides (splitmix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// Chains, some of them joined.
    fn shape(&mut self) -> Shape {
        let chains = 1 + self.below(6);
        let mut parallelism: Vec<u32> = (0..chains).map(|_| 1 + self.below(8) as u32).collect();
        let mut edges = Vec::new();
        for to in 1..chains as u32 {
            let from = self.below(u64::from(to)) as u32;
            let forward = self.below(3) == 0;
            if forward {
                parallelism[to as usize] = parallelism[from as usize];
            }
            edges.push(Edge { from, to, forward });
        }
        Shape { parallelism, edges }
    }

    fn hosts(&mut self) -> Vec<Candidate> {
        (0..1 + self.below(5)).map(|number| host(&format!("h{number}"))).collect()
    }
}

fn host(name: &str) -> Candidate {
    Candidate { name: HostName::parse(name).unwrap(), cpus: 2, tasks: 0, draining: false }
}

fn shape(parallelism: &[u32], edges: &[(u32, u32, bool)]) -> Shape {
    let edge = |&(from, to, forward): &(u32, u32, bool)| Edge { from, to, forward };
    Shape { parallelism: parallelism.to_vec(), edges: edges.iter().map(edge).collect() }
}

fn counts(placement: &Placement, hosts: &[Candidate]) -> BTreeMap<HostName, u64> {
    let mut counts: BTreeMap<HostName, u64> =
        hosts.iter().map(|host| (host.name.clone(), u64::from(host.tasks))).collect();
    for (_, host) in placement.tasks() {
        *counts.get_mut(host).expect("tasks are placed on hosts that are there") += 1;
    }
    counts
}

fn spread(placement: &Placement, hosts: &[Candidate]) -> u64 {
    let counts = counts(placement, hosts);
    counts.values().max().unwrap() - counts.values().min().unwrap()
}

/// How many tasks the two placements put on different hosts.
fn moved(left: &Placement, right: &Placement) -> usize {
    left.tasks().zip(right.tasks()).filter(|(left, right)| left.1 != right.1).count()
}

#[test]
fn tasks_are_spread_evenly() {
    let hosts = [host("a"), host("b"), host("c")];
    let placement = place(&shape(&[1, 4, 1], &[(0, 1, false), (1, 2, false)]), &hosts, None);
    let placement = placement.unwrap();
    assert_eq!(counts(&placement, &hosts).values().copied().collect::<Vec<_>>(), [2, 2, 2]);
    let one = place(&shape(&[3], &[]), &hosts[..1], None).unwrap();
    assert_eq!(one.hosts().len(), 1);
    assert_eq!(place(&shape(&[], &[]), &hosts, None).unwrap(), Placement::default());
}

#[test]
fn loaded_and_small_hosts_get_less() {
    let busy = Candidate { tasks: 5, ..host("a") };
    let placement = place(&shape(&[5], &[]), &[busy, host("b")], None).unwrap();
    assert_eq!(placement.hosts().len(), 1);
    assert_eq!(placement.host(TaskId { chain: 0, task: 0 }).unwrap().as_str(), "b");

    let hosts = [Candidate { cpus: 2, ..host("a") }, Candidate { cpus: 6, ..host("b") }];
    let placement = place(&shape(&[8], &[]), &hosts, None).unwrap();
    assert_eq!(counts(&placement, &hosts).values().copied().collect::<Vec<_>>(), [2, 6]);

    let unknown = [Candidate { cpus: 0, ..host("a") }];
    place(&shape(&[1], &[]), &unknown, None).unwrap();
}

#[test]
fn no_host_is_a_problem_that_says_so() {
    let shape = shape(&[2, 1], &[]);
    let draining = |name: &str| Candidate { draining: true, ..host(name) };
    let told = |hosts: &[Candidate]| {
        let problem = place(&shape, hosts, None).unwrap_err();
        assert_eq!(problem.code, Code::Unavailable);
        assert!(!problem.help.is_empty());
        problem.message
    };
    assert_eq!(told(&[]), "no host is there to run 3 tasks");
    assert_eq!(told(&[draining("a")]), "the only host is draining: there is none to run 3 tasks");
    assert_eq!(
        told(&[draining("a"), draining("b")]),
        "all 2 hosts are draining: there is none to run 3 tasks"
    );
}

#[test]
fn an_edge_to_nowhere_is_an_error_not_a_panic() {
    let problem = place(&shape(&[1], &[(0, 1, true)]), &[host("a")], None).unwrap_err();
    assert_eq!(problem.code, Code::Internal);
}

#[test]
fn a_host_that_came_gets_its_share_and_no_more_moves() {
    let shape = shape(&[9], &[]);
    let two = [host("a"), host("b")];
    let three = [host("a"), host("b"), host("c")];
    let before = place(&shape, &two, None).unwrap();
    let after = place(&shape, &three, Some(&before)).unwrap();
    assert_eq!(spread(&after, &three), 0);
    assert_eq!(moved(&before, &after), 3);
}

#[test]
fn whatever_is_drawn_is_balanced_close_and_the_same_each_time() {
    for seed in 0..2_000 {
        let mut draw = Draw(seed);
        let (shape, hosts) = (draw.shape(), draw.hosts());
        let placement = place(&shape, &hosts, None).unwrap();
        for (chain, &parallelism) in shape.parallelism.iter().enumerate() {
            assert_eq!(placement.chains[chain].len(), parallelism as usize, "seed {seed}");
        }
        for edge in shape.edges.iter().filter(|edge| edge.forward) {
            let (from, to) = (edge.from as usize, edge.to as usize);
            assert_eq!(placement.chains[from], placement.chains[to], "seed {seed}");
        }
        let heaviest = bundles(&shape).unwrap()[0].weight();
        assert!(spread(&placement, &hosts) <= heaviest, "seed {seed}: {placement:?}");

        let backwards: Vec<Candidate> = hosts.iter().rev().cloned().collect();
        assert_eq!(place(&shape, &backwards, None).unwrap(), placement, "seed {seed}");
        assert_eq!(place(&shape, &hosts, Some(&placement)).unwrap(), placement, "seed {seed}");
    }
}

#[test]
fn a_host_that_goes_moves_what_it_had_and_little_else() {
    for seed in 0..2_000 {
        let mut draw = Draw(seed);
        let (shape, mut hosts) = (draw.shape(), draw.hosts());
        hosts.push(host("last"));
        let before = place(&shape, &hosts, None).unwrap();
        let gone = draw.below(hosts.len() as u64) as usize;
        let had = counts(&before, &hosts)[&hosts[gone].name];
        let lost = hosts[gone].clone();
        // Gone or draining: the same.
        if draw.below(2) == 0 {
            hosts[gone].draining = true;
        } else {
            hosts.remove(gone);
        }
        let after = place(&shape, &hosts, Some(&before)).unwrap();
        assert!(!after.hosts().contains(&lost.name), "seed {seed}");
        let heaviest = bundles(&shape).unwrap()[0].weight();
        let moved = moved(&before, &after) as u64;
        assert!(moved >= had, "seed {seed}");
        // With single tasks nothing else has to move; a heavy bundle may push lighter ones away.
        let allowed = if heaviest == 1 { had } else { had + had * heaviest };
        assert!(moved <= allowed, "seed {seed}: {moved} moved, {had} had to");
        let rest: Vec<Candidate> =
            hosts.iter().filter(|host| host.name != lost.name).cloned().collect();
        assert!(spread(&after, &rest) <= heaviest, "seed {seed}: {after:?}");
    }
}

#[test]
fn a_host_that_comes_back_gets_its_share_back() {
    for seed in 0..500 {
        let mut draw = Draw(seed);
        let shape = Shape { parallelism: vec![1 + draw.below(30) as u32], edges: Vec::new() };
        let mut hosts = draw.hosts();
        let before = place(&shape, &hosts, None).unwrap();
        hosts.push(host("new"));
        let after = place(&shape, &hosts, Some(&before)).unwrap();
        assert!(spread(&after, &hosts) <= 1, "seed {seed}: {after:?}");
        let arrived = counts(&after, &hosts)[&HostName::parse("new").unwrap()];
        assert_eq!(moved(&before, &after) as u64, arrived, "seed {seed}");
    }
}
