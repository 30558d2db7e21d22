//! Tasks that belong on one host: copy i of all chains that forward edges join.

use crate::Problem;

use super::{Edge, Shape, TaskId};

/// Tasks that are placed as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bundle {
    pub(super) chains: Vec<u32>,
    /// Which copy of them.
    pub(super) copy: u32,
}

impl Bundle {
    pub(super) fn weight(&self) -> u64 {
        self.chains.len() as u64
    }

    pub(super) fn tasks(&self) -> impl Iterator<Item = TaskId> {
        self.chains.iter().map(|&chain| TaskId { chain, task: self.copy })
    }
}

/// The bundles of `shape`, the heaviest first, copies of one group of chains in a row.
pub(super) fn bundles(shape: &Shape) -> Result<Vec<Bundle>, Problem> {
    let chains = u32::try_from(shape.parallelism.len()).unwrap_or(u32::MAX);
    let mut first: Vec<u32> = (0..chains).collect();
    for &Edge { from, to, forward } in &shape.edges {
        if from >= chains || to >= chains {
            let edge = format!("an edge leads from chain {from} to {to} and there are {chains}");
            return Err(Problem::internal(edge).help("this is a bug in sandbar; please report it"));
        }
        if forward {
            join(&mut first, from, to);
        }
    }
    let mut bundles = Vec::new();
    for root in 0..chains {
        let group: Vec<u32> = (0..chains).filter(|&chain| find(&first, chain) == root).collect();
        // Chains joined by forward edges have one parallelism; were one wider, its other copies stand alone.
        let copies =
            group.iter().map(|&chain| shape.parallelism[chain as usize]).max().unwrap_or(0);
        for copy in 0..copies {
            let has_copy = |chain: &u32| shape.parallelism[*chain as usize] > copy;
            let chains: Vec<u32> = group.iter().copied().filter(has_copy).collect();
            bundles.push(Bundle { chains, copy });
        }
    }
    bundles.sort_by_key(|bundle| std::cmp::Reverse(bundle.weight()));
    Ok(bundles)
}

/// Puts two chains into one group, named by its smallest chain.
fn join(first: &mut [u32], left: u32, right: u32) {
    let (left, right) = (find(first, left), find(first, right));
    first[left.max(right) as usize] = left.min(right);
}

fn find(first: &[u32], mut chain: u32) -> u32 {
    while first[chain as usize] != chain {
        chain = first[chain as usize];
    }
    chain
}
