//! Plugins as files: what they say of themselves, and their native code, from the cache or compiled now.

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    os::fd::BorrowedFd,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context as _, anyhow};
use sandbar_sandbox::{
    CompiledPlugin, Interruption, Sandbox, SealKey, Settings,
    inspect::{self, Manifest, Refusal, World},
};
use sandbar_store::CompiledCache;

use crate::{
    author::symbols::Symbols,
    pipeline::{self, Code, Description},
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
        let path = &plugin.code;
        let Code::File(file) = path else {
            return Err(anyhow!("{path} is a published plugin: deploy the pipeline to a cluster"));
        };
        let bytes = read(file).map_err(|message| anyhow!("{path}: {message}"))?;
        let inspected = inspect::inspect(&bytes, &limits())
            .map_err(|refusals| anyhow!("{path}: {}", listed(&refusals)))?;
        if inspected.manifest.digest != plugin.digest {
            return Err(anyhow!("{path} changed while the pipeline was being planned: run again"));
        }
        let sandbox = self.sandbox(plugin.limits.stack_bytes_max)?;
        let located = |compiled: CompiledPlugin| {
            if let Some(symbols) = Symbols::beside(file, &inspected.component) {
                compiled.locate_with(Arc::new(symbols));
            }
            compiled
        };
        if let Some(plugin) = self.cached(&sandbox, &inspected.manifest) {
            return Ok(located(plugin));
        }
        let compiled = sandbox.compile(&inspected).with_context(|| path.to_string())?;
        if let Some(cache) = &self.cache {
            let sealed = compiled.seal(&SealKey(cache.key()))?;
            // A cache that cannot be written costs time at the next start and nothing else.
            let _ = cache.put(&plugin.digest, sandbox.compatibility(), &sealed);
        }
        Ok(located(compiled))
    }

    /// A plugin from native code that this process's host sent it; the host vouches for it.
    ///
    /// # Errors
    /// If it is no code for this sandbox.
    pub fn load_received(
        &self,
        file: BorrowedFd<'_>,
        manifest: &Manifest,
        stack_bytes_max: u64,
    ) -> anyhow::Result<CompiledPlugin> {
        let sandbox = self.sandbox(stack_bytes_max)?;
        Ok(CompiledPlugin::from_trusted_file(&sandbox, file, manifest)?)
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
    let mut loaded: BTreeMap<(Code, u64), CompiledPlugin> = BTreeMap::new();
    let mut by_node = BTreeMap::new();
    for (node, setup) in setups.iter().enumerate() {
        let pipeline::Setup::Operator(plugin) = setup else { continue };
        let key = (plugin.code.clone(), plugin.limits.stack_bytes_max);
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
        Ok(inspected.manifest.into())
    }
}

impl From<Manifest> for Description {
    fn from(manifest: Manifest) -> Self {
        Self {
            descriptor: manifest.operator,
            digest: manifest.digest,
            rights: manifest.rights,
            timed: manifest.world == World::TimedOperator,
            memory_bytes_initial: manifest.memory.initial,
        }
    }
}

/// Published plugins that a pipeline may run, by reference. Somebody inspected them before, so manifests are believed.
#[derive(Clone, Debug, Default)]
pub struct Table(BTreeMap<String, Manifest>);

impl Table {
    /// Adds what `reference`, written `NAME@VERSION`, stands for. `manifest` is JSON, as inspection found it.
    ///
    /// # Errors
    /// If `manifest` cannot be read, or is of another plugin.
    pub fn add(&mut self, reference: &str, digest: &str, manifest: &str) -> Result<(), String> {
        let manifest: Manifest = serde_json::from_str(manifest)
            .map_err(|error| format!("the manifest of {reference} cannot be read: {error}"))?;
        if manifest.digest != digest {
            let other = &manifest.digest;
            return Err(format!("{reference} is {digest}, its manifest is of {other}"));
        }
        self.0.insert(reference.to_owned(), manifest);
        Ok(())
    }

    /// What inspection found in the plugin of this digest.
    pub fn manifest(&self, digest: &str) -> Option<&Manifest> {
        self.0.values().find(|manifest| manifest.digest == digest)
    }
}

impl pipeline::Published for Table {
    fn describe(&mut self, reference: &str) -> Result<Option<Description>, String> {
        Ok(self.0.get(reference).cloned().map(Description::from))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::Published as _;

    const MANIFEST: &str = r#"{"digest":"d1","form":"component","world":"timed-operator",
        "operator":{"name":"departed","inputs":["in"],"outputs":["out"],"parameters":[
            {"name":"field","type":"text"},{"name":"share","type":"number","default":null}]},
        "imports":[],"rights":["output.emit"],"exports":["open"],
        "memory":{"initial":65536,"maximum":null},"core_modules":1,"size":100}"#;

    #[test]
    fn a_manifest_is_kept_as_json_to_the_last_field() {
        let manifest: Manifest = serde_json::from_str(MANIFEST).unwrap();
        let written = serde_json::to_string(&manifest).unwrap();
        assert_eq!(serde_json::from_str::<Manifest>(&written).unwrap(), manifest);
        let mut table = Table::default();
        table.add("departed@1", "d1", &written).unwrap();
        let described = table.describe("departed@1").unwrap().unwrap();
        assert!(described.timed);
        assert_eq!(described.descriptor, manifest.operator);
        assert!(table.describe("departed@2").unwrap().is_none());
        assert_eq!(table.manifest("d1"), Some(&manifest));
    }

    #[test]
    fn a_manifest_of_another_plugin_is_refused() {
        let mut table = Table::default();
        let refused = table.add("departed@1", "d2", MANIFEST).unwrap_err();
        assert_eq!(refused, "departed@1 is d2, its manifest is of d1");
        assert!(table.add("departed@1", "d1", "{").is_err());
    }
}
