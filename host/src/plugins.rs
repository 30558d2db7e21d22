//! Plugins as files: what they say of themselves, and their native code, from the cache or compiled now.

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context as _, anyhow};
use sandbar_sandbox::{
    CompiledPlugin, Interruption, Sandbox, SealKey, Settings,
    inspect::{self, Manifest, Refusal, World},
};
use sandbar_store::CompiledCache;

use crate::{
    pipeline::{self, Description},
    threads,
};

/// Where native code comes from.
pub struct Plugins {
    cache: Option<CompiledCache>,
    interruption: Interruption,
    /// A sandbox for each size of stack, since that is a setting of the whole engine.
    sandboxes: Mutex<BTreeMap<u64, Sandbox>>,
}

impl std::fmt::Debug for Plugins {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Plugins").field("cache", &self.cache).finish_non_exhaustive()
    }
}

/// Looks into plugin files and believes what inspection lets pass.
#[derive(Debug, Default)]
pub struct Files;

impl Plugins {
    pub fn new(cache: Option<CompiledCache>, interruption: Interruption) -> Self {
        Self { cache, interruption, sandboxes: Mutex::default() }
    }

    /// The plugin that a pipeline's operator runs, as native code.
    ///
    /// # Errors
    /// If the file is not the one that was planned with, or cannot be compiled.
    pub fn load(&self, plugin: &pipeline::Plugin) -> anyhow::Result<CompiledPlugin> {
        let path = plugin.path.display();
        let bytes = read(&plugin.path).map_err(|message| anyhow!("{path}: {message}"))?;
        let inspected = inspect::inspect(&bytes, &limits())
            .map_err(|refusals| anyhow!("{path}: {}", listed(&refusals)))?;
        if inspected.manifest.digest != plugin.digest {
            return Err(anyhow!("{path} changed while the pipeline was being planned: run again"));
        }
        let sandbox = self.sandbox(plugin.limits.stack_bytes_max)?;
        if let Some(plugin) = self.cached(&sandbox, &inspected.manifest) {
            return Ok(plugin);
        }
        let compiled = sandbox.compile(&inspected).with_context(|| path.to_string())?;
        if let Some(cache) = &self.cache {
            let sealed = compiled.seal(&SealKey(cache.key()))?;
            // A cache that cannot be written costs time at the next start and nothing else.
            let _ = cache.put(&plugin.digest, sandbox.compatibility(), &sealed);
        }
        Ok(compiled)
    }

    fn cached(&self, sandbox: &Sandbox, manifest: &Manifest) -> Option<CompiledPlugin> {
        let cache = self.cache.as_ref()?;
        let sealed = cache.get(&manifest.digest, sandbox.compatibility())?;
        let plugin = CompiledPlugin::unseal(sandbox, &SealKey(cache.key()), &sealed, manifest);
        if plugin.is_none() {
            cache.remove(&manifest.digest, sandbox.compatibility());
        }
        plugin
    }

    fn sandbox(&self, stack_bytes_max: u64) -> anyhow::Result<Sandbox> {
        let mut sandboxes = self.sandboxes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sandbox) = sandboxes.get(&stack_bytes_max) {
            return Ok(sandbox.clone());
        }
        let settings = Settings {
            stack_bytes_max: usize::try_from(stack_bytes_max)?,
            interruption: self.interruption,
        };
        let (sandbox, ticker) = Sandbox::new(settings)?;
        threads::tick(ticker).context("no thread for the ticker")?;
        sandboxes.insert(stack_bytes_max, sandbox.clone());
        Ok(sandbox)
    }
}

/// All plugins of a pipeline, by node; each file is compiled once.
///
/// # Errors
/// The first plugin that cannot be loaded.
pub fn load_all(
    plugins: &Plugins,
    setups: &[pipeline::Setup],
) -> anyhow::Result<BTreeMap<usize, CompiledPlugin>> {
    let mut loaded: BTreeMap<(PathBuf, u64), CompiledPlugin> = BTreeMap::new();
    let mut by_node = BTreeMap::new();
    for (node, setup) in setups.iter().enumerate() {
        let pipeline::Setup::Operator(plugin) = setup else { continue };
        let key = (plugin.path.clone(), plugin.limits.stack_bytes_max);
        let compiled = match loaded.get(&key) {
            Some(compiled) => compiled.clone(),
            None => plugins.load(plugin)?,
        };
        loaded.insert(key, compiled.clone());
        by_node.insert(node, compiled);
    }
    Ok(by_node)
}

impl pipeline::Plugins for Files {
    fn describe(&mut self, path: &Path) -> Result<Description, String> {
        let bytes = read(path)?;
        let inspected =
            inspect::inspect(&bytes, &limits()).map_err(|refusals| listed(&refusals))?;
        let manifest = inspected.manifest;
        Ok(Description {
            descriptor: manifest.operator,
            digest: manifest.digest,
            rights: manifest.rights,
            timed: manifest.world == World::TimedOperator,
            memory_bytes_initial: manifest.memory.initial,
        })
    }
}

/// For plugins of a pipeline: how much memory one may start with, the pipeline file says for each operator.
pub(crate) fn limits() -> inspect::Limits {
    inspect::Limits {
        memory_bytes_max: u64::MAX,
        table_elements_max: 1 << 20,
        ..Default::default()
    }
}

/// The bytes of the file at `path`, up to just past the size that inspection refuses.
///
/// # Errors
/// Why it cannot be read, for people.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let limit = inspect::Limits::default().component_bytes_max;
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|error| error.to_string())?;
    let size = file.metadata().map_err(|error| error.to_string())?.len();
    if size > limit {
        return Err(Refusal::TooLarge { bytes: size, limit }.to_string());
    }
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn listed(refusals: &[inspect::Refusal]) -> String {
    let messages: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    messages.join("; ")
}

/// Shared, since every thread builds its own operators from it.
pub type Loaded = Arc<BTreeMap<usize, CompiledPlugin>>;
