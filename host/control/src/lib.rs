//! Who may run what, where: names, records, tokens, quotas, placement, and what becomes of a deployment. Pure values and
//! state machines: no I/O, no clock, no RPC. `host` reads and writes what is here to the store and to the network.

pub mod audit;
pub mod change;
pub mod deployment;
mod guarantee;
pub mod keys;
mod name;
mod network;
pub mod placement;
mod problem;
mod quota;
pub mod record;
pub mod right;
mod token;
pub mod view;

pub use deployment::{Command, Deployment, Event};
pub use guarantee::{Guarantee, Replay};
pub use name::{Digest, HostName, PipelineName, PluginName, Reference, TenantName, Version};
pub use network::{Network, Ports, Refusal, Target};
pub use placement::{Candidate, Placement, Shape, TaskId, place};
pub use problem::{Code, Diagnostic, Problem, Severity};
pub use quota::{Quota, Resource};
pub use token::{Scope, Token, TokenHash, TokenId, TokenKey};
pub use view::Status;
