//! Plugins to native code, on a host: each is compiled by a process of its own that has nothing but two pipes and a limit
//! on time and memory. The host looks at no byte of a component itself. What comes back is sealed into the cache, and
//! verified again each time a worker gets it.

mod child;
mod native;
mod protocol;
mod quarantine;
mod queue;
mod run;

use std::{cell::RefCell, ffi::OsString, path::PathBuf, rc::Rc, sync::Arc, time::Duration};

use sandbar_control::{Code, Digest, Problem, TenantName};
use sandbar_sandbox::{
    Sandbox, SealKey,
    inspect::{self, Manifest},
};
use sandbar_store::CompiledCache;

use crate::protect::CompilerLimits;
use protocol::{Outcome, Response};
use quarantine::Quarantine;
use queue::Queue;

pub use child::serve;
pub use native::Native;

/// How plugins are compiled.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The one-shot compiler: this program.
    pub program: PathBuf,
    pub arguments: Vec<OsString>,
    pub limits: CompilerLimits,
    /// Longest wait for the compiler, whatever it does. Several times its CPU time, for machines that are busy.
    pub patience: Duration,
    /// Compilations at once, of all tenants.
    pub at_once: usize,
    /// The file in which plugins that brought a compiler down are remembered; none: for as long as this lives.
    pub quarantine: Option<PathBuf>,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            // Whatever has become of the program's file since it was started.
            program: "/proc/self/exe".into(),
            arguments: vec!["compile".into()],
            limits: CompilerLimits::default(),
            patience: Duration::from_secs(300),
            at_once: 2,
            quarantine: None,
        }
    }
}

/// Compiles plugins for one host. Stays on its thread; share it by `Rc`.
#[derive(Debug)]
pub struct Compiler {
    setting: Setting,
    cache: Arc<CompiledCache>,
    compatibility: u64,
    queue: Queue,
    quarantine: RefCell<Quarantine>,
}

impl Compiler {
    /// # Errors
    /// If this machine lacks what the sandbox needs.
    pub fn new(cache: CompiledCache, setting: Setting) -> Result<Self, Problem> {
        // Asked for its compatibility only: no guest runs in a host, so nothing needs its ticker.
        let (sandbox, _) = Sandbox::new(child::settings()).map_err(|fault| {
            Problem::internal(fault.message).help("run `sandbar doctor` on this host")
        })?;
        let compatibility = sandbox.compatibility();
        let quarantine = Quarantine::open(setting.quarantine.as_deref(), compatibility);
        Ok(Self {
            queue: Queue::new(setting.at_once),
            compatibility,
            cache: Arc::new(cache),
            quarantine: RefCell::new(quarantine),
            setting,
        })
    }

    /// Inspects and compiles a component for `tenant`, whose turn it waits for, and keeps the code. May be dropped: the
    /// compiler is ended then.
    ///
    /// # Errors
    /// `invalid` with every reason against the plugin, `too-large`, or what went wrong with the compiler. A plugin that
    /// brought the compiler down is refused from then on without trying.
    pub async fn compile(
        &self,
        tenant: &TenantName,
        component: &[u8],
    ) -> Result<Manifest, Problem> {
        let limit = inspect::Limits::default().component_bytes_max;
        if component.len() as u64 > limit {
            let message =
                format!("a plugin of {} bytes exceeds the limit of {limit}", component.len());
            return Err(Problem::new(Code::TooLarge, message));
        }
        let digest = Digest::of(component);
        self.quarantine.borrow().check(&digest)?;
        let _turn = self.queue.turn(tenant).await?;
        // It may have brought down somebody else's compiler meanwhile.
        self.quarantine.borrow().check(&digest)?;
        let output = match run::run(&self.setting, component).await {
            Ok(output) => output,
            Err(run::Error::Start(problem)) => return Err(problem),
            Err(run::Error::Plugin(reason)) => {
                tracing::warn!(%tenant, %digest, reason, "a plugin brought its compiler down");
                return Err(self.quarantine.borrow_mut().add(digest, reason));
            }
        };
        self.take(digest, component.len(), &output).await
    }

    /// Native code of a plugin that was compiled before, verified; none if it is not here, or not as it was written.
    pub async fn native(&self, digest: &Digest) -> Option<Rc<Native>> {
        let (cache, compatibility) = (Arc::clone(&self.cache), self.compatibility);
        let digest = digest.clone();
        let look = move || {
            let sealed = cache.get(digest.as_str(), compatibility)?;
            let key = SealKey(cache.key());
            match key.open(digest.as_str(), compatibility, &sealed) {
                Some(code) => Native::new(code).ok(),
                None => {
                    tracing::warn!(%digest, "compiled code was damaged on disk; it is compiled again");
                    cache.remove(digest.as_str(), compatibility);
                    None
                }
            }
        };
        // Reading and hashing tens of megabytes would hold up every connection of this thread.
        tokio::task::spawn_blocking(look).await.ok().flatten().map(Rc::new)
    }

    /// Checks what the compiler said, and keeps the code.
    async fn take(&self, digest: Digest, size: usize, output: &[u8]) -> Result<Manifest, Problem> {
        let (response, code) = match protocol::decode::<Response>(output) {
            Ok(decoded) => decoded,
            Err(reason) => {
                let reason = format!("the compiler's answer cannot be read: {reason}");
                return Err(self.quarantine.borrow_mut().add(digest, reason));
            }
        };
        for missing in response.protections.iter().filter(|protection| !protection.in_force) {
            tracing::warn!(
                protection = missing.name,
                missing.detail,
                "not in force in the compiler"
            );
        }
        let (manifest, code_bytes, compatibility) = match response.result {
            Outcome::Refused(reasons) => return Err(refused(&reasons)),
            Outcome::Failed(reason) => return Err(Problem::internal(reason)),
            Outcome::Compiled { manifest, code_bytes, compatibility } => {
                (*manifest, code_bytes, compatibility)
            }
        };
        let is_whole = code_bytes == code.len() as u64
            && manifest.digest == digest.as_str()
            && manifest.size == size as u64
            && compatibility == self.compatibility;
        if !is_whole {
            let reason = "the compiler answered for another plugin, or for a part of it".to_owned();
            return Err(self.quarantine.borrow_mut().add(digest, reason));
        }
        let (cache, mut code) = (Arc::clone(&self.cache), code.to_vec());
        let keep = move || {
            SealKey(cache.key()).bind(digest.as_str(), compatibility, &mut code);
            cache.put(digest.as_str(), compatibility, &code)
        };
        let kept = tokio::task::spawn_blocking(keep).await;
        let kept = kept.map_err(|error| Problem::internal(error.to_string()))?;
        kept.map_err(|error| {
            Problem::unavailable(error.to_string()).help("make room on this host's disk")
        })?;
        Ok(manifest)
    }
}

fn refused(reasons: &[String]) -> Problem {
    Problem::invalid(reasons.join("\n")).help("`sandbar check FILE` shows the same")
}
