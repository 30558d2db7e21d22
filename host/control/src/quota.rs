//! What a tenant may use of the cluster. A check names the quota, the limit and the value.

use serde::{Deserialize, Serialize};

use crate::{Code, Problem, TenantName};

/// Enough for every operator of a team in some versions.
const PLUGINS: u32 = 200;

/// A pipeline costs the leader some kilobytes, and a tick a second.
const PIPELINES: u32 = 100;

/// A task costs about 64 KiB, and what its operators' limits allow.
const TASKS: u32 = 1_000;

/// An instance reserves gigabytes of address space and a few mappings, of which a process has some tens of thousands, and
/// holds what its guest touches.
const INSTANCES: u32 = 1_000;

/// Of one worker: what every other tenant's worker can spare on a small machine.
const MEMORY_BYTES: u64 = 1 << 30;

/// What a tenant may use; 0 stands for the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Quota {
    pub plugins: u32,
    pub pipelines: u32,
    pub tasks: u32,
    /// Of one worker.
    pub memory_bytes: u64,
    /// Instances of plugins: one for each operator and task, of which one task may hold many.
    #[serde(default)]
    pub instances: u32,
}

/// What a quota counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    Plugins,
    Pipelines,
    Tasks,
    Instances,
}

impl Quota {
    /// The same with defaults in the place of zeros.
    #[must_use]
    pub fn effective(self) -> Self {
        let or = |value: u32, default: u32| if value == 0 { default } else { value };
        Self {
            plugins: or(self.plugins, PLUGINS),
            pipelines: or(self.pipelines, PIPELINES),
            tasks: or(self.tasks, TASKS),
            instances: or(self.instances, INSTANCES),
            memory_bytes: if self.memory_bytes == 0 { MEMORY_BYTES } else { self.memory_bytes },
        }
    }

    /// Whether `tenant` may have `more` of `resource` besides the `used` that it has.
    ///
    /// # Errors
    /// `quota`, if not.
    pub fn admit(
        self,
        tenant: &TenantName,
        resource: Resource,
        used: usize,
        more: usize,
    ) -> Result<(), Problem> {
        let effective = self.effective();
        let (limit, what, help) = match resource {
            Resource::Plugins => {
                (effective.plugins, "plugins", "retract plugins that nothing uses")
            }
            Resource::Pipelines => {
                (effective.pipelines, "pipelines", "delete pipelines that have stopped")
            }
            Resource::Tasks => (effective.tasks, "tasks", "lower a parallelism or stop a pipeline"),
            Resource::Instances => (
                effective.instances,
                "instances of plugins",
                "use fewer operators, lower a parallelism or delete a pipeline",
            ),
        };
        let wanted = used.saturating_add(more);
        if wanted <= limit as usize {
            return Ok(());
        }
        let message = format!("tenant {tenant} would have {wanted} {what} and may have {limit}");
        Err(Problem::new(Code::Quota, message)
            .help(format!("{help}, or ask whoever runs the cluster for a larger quota")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_is_used_up_to_its_last_and_no_further() {
        let tenant = TenantName::parse("acme").unwrap();
        let quota = Quota { plugins: 2, ..Quota::default() };
        quota.admit(&tenant, Resource::Plugins, 1, 1).unwrap();
        let problem = quota.admit(&tenant, Resource::Plugins, 2, 1).unwrap_err();
        assert_eq!(problem.code, Code::Quota);
        assert_eq!(problem.message, "tenant acme would have 3 plugins and may have 2");
        quota.admit(&tenant, Resource::Plugins, usize::MAX, 1).unwrap_err();
        quota.admit(&tenant, Resource::Tasks, 0, 1_000).unwrap();
        quota.admit(&tenant, Resource::Tasks, 0, 1_001).unwrap_err();
        quota.admit(&tenant, Resource::Pipelines, 100, 1).unwrap_err();
        quota.admit(&tenant, Resource::Instances, 0, 1_000).unwrap();
        let problem = quota.admit(&tenant, Resource::Instances, 400, 601).unwrap_err();
        assert_eq!(
            problem.message,
            "tenant acme would have 1001 instances of plugins and may have 1000"
        );
    }
}
