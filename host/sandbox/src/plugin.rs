//! A plugin as native code, checked against the interface: made once, used by every task on every thread.

use std::{
    os::fd::{AsRawFd as _, BorrowedFd},
    sync::{Arc, OnceLock},
};

use sandbar_dataflow::{Code, Fault};
use wasmtime::component::{Component, ComponentExportIndex, InstancePre};

use crate::{Sandbox, Symbols, imports::State, inspect::Manifest};

/// Native code of one plugin and where its exports are. Cheap to clone.
#[derive(Clone)]
pub struct CompiledPlugin(pub(crate) Arc<Compiled>);

pub(crate) struct Compiled {
    pub(crate) sandbox: Sandbox,
    pub(crate) component: Component,
    pub(crate) pre: InstancePre<State>,
    pub(crate) exports: Exports,
    manifest: Manifest,
    symbols: OnceLock<Arc<dyn Symbols>>,
}

/// Where the functions of an operator are; what an operator lacks is never called.
pub(crate) struct Exports {
    pub(crate) open: ComponentExportIndex,
    pub(crate) process: ComponentExportIndex,
    pub(crate) close: ComponentExportIndex,
    pub(crate) on_watermark: Option<ComponentExportIndex>,
}

impl std::fmt::Debug for CompiledPlugin {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("CompiledPlugin").field(&self.0.manifest.digest).finish()
    }
}

impl Compiled {
    pub(crate) fn symbols(&self) -> Option<&dyn Symbols> {
        self.symbols.get().map(AsRef::as_ref)
    }
}

impl CompiledPlugin {
    pub(crate) fn new(
        sandbox: Sandbox,
        component: Component,
        manifest: &Manifest,
    ) -> Result<Self, Fault> {
        let invalid =
            |error: wasmtime::Error| Fault::new(Code::PluginInvalid, format!("{error:#}"));
        let pre = sandbox.linker().instantiate_pre(&component).map_err(invalid)?;
        let export = |name: &str| component.get_export_index(None, name);
        let required = |name: &str| {
            let message = || Fault::new(Code::PluginInvalid, format!("export `{name}` is missing"));
            export(name).ok_or_else(message)
        };
        let exports = Exports {
            open: required("open")?,
            process: required("process")?,
            close: required("close")?,
            on_watermark: export("on-watermark"),
        };
        let manifest = manifest.clone();
        let symbols = OnceLock::new();
        Ok(Self(Arc::new(Compiled { sandbox, component, pre, exports, manifest, symbols })))
    }

    /// The native code, sealed with `key`, to keep for [`unseal`](Self::unseal).
    ///
    /// # Errors
    /// [`Code::Internal`] if the engine cannot say it.
    pub fn seal(&self, key: &SealKey) -> Result<Vec<u8>, Fault> {
        let code = self.0.component.serialize();
        let mut code = code.map_err(|error| Fault::new(Code::Internal, format!("{error:#}")))?;
        key.bind(&self.0.manifest.digest, self.0.sandbox.compatibility(), &mut code);
        Ok(code)
    }

    /// A plugin from what [`seal`](Self::seal) gave under the same key, for the same plugin and sandbox; `None` if it is
    /// not that to the last bit. Native code is run as it is: who has the key decides what runs.
    pub fn unseal(
        sandbox: &Sandbox,
        key: &SealKey,
        sealed: &[u8],
        manifest: &Manifest,
    ) -> Option<Self> {
        let code = key.open(&manifest.digest, sandbox.compatibility(), sealed)?;
        #[allow(unsafe_code, reason = "native code can only be trusted, not checked")]
        // SAFETY: the seal says that `serialize` of a compatible engine gave these bytes to somebody who has the key.
        let component = unsafe { Component::deserialize(sandbox.engine(), code) };
        Self::new(sandbox.clone(), component.ok()?, manifest).ok()
    }

    /// A plugin from native code that lies in `file`, as the engine serialised it. Nothing is checked but that it is of a
    /// compatible engine: for code that came from this worker's own host, over a socket that the worker inherited. Its pages
    /// are mapped, and shared with all that map the same file.
    ///
    /// # Errors
    /// [`Code::PluginInvalid`] if it cannot be loaded.
    pub fn from_trusted_file(
        sandbox: &Sandbox,
        file: BorrowedFd<'_>,
        manifest: &Manifest,
    ) -> Result<Self, Fault> {
        let path = format!("/proc/self/fd/{}", file.as_raw_fd());
        #[allow(unsafe_code, reason = "native code can only be trusted, not checked")]
        // SAFETY: the host, which this process trusts with its own code, verified its seal before it sent it, and the
        // file is sealed, so that nobody can change it while it is mapped.
        let component = unsafe { Component::deserialize_file(sandbox.engine(), path) };
        let invalid = |error| Fault::new(Code::PluginInvalid, format!("{error:#}"));
        Self::new(sandbox.clone(), component.map_err(invalid)?, manifest)
    }

    pub fn manifest(&self) -> &Manifest {
        &self.0.manifest
    }

    /// Faults tell lines of source from now on. The first symbols that are given stay.
    pub fn locate_with(&self, symbols: Arc<dyn Symbols>) {
        let _ = self.0.symbols.set(symbols);
    }
}

/// The key that says which native code this machine has made itself.
pub struct SealKey(pub [u8; blake3::KEY_LEN]);

impl std::fmt::Debug for SealKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SealKey")
    }
}

impl SealKey {
    /// Appends to native code the seal that binds it to its plugin's digest and to the engine it was compiled for, so
    /// that one cannot be put in place of another. Whoever calls this vouches for where the code comes from.
    pub fn bind(&self, digest: &str, compatibility: u64, code: &mut Vec<u8>) {
        let seal = self.seal(digest, compatibility, code);
        code.extend_from_slice(seal.as_bytes());
    }

    /// The native code in what [`bind`](Self::bind) made; `None` if it is not that to the last bit.
    pub fn open<'a>(&self, digest: &str, compatibility: u64, sealed: &'a [u8]) -> Option<&'a [u8]> {
        let (code, seal) = sealed.split_at_checked(sealed.len().checked_sub(blake3::OUT_LEN)?)?;
        let seal = blake3::Hash::from_bytes(seal.try_into().ok()?);
        // The comparison of `blake3::Hash` takes the same time whatever the bytes.
        (self.seal(digest, compatibility, code) == seal).then_some(code)
    }

    fn seal(&self, digest: &str, compatibility: u64, code: &[u8]) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(blake3::hash(digest.as_bytes()).as_bytes());
        hasher.update(&compatibility.to_le_bytes());
        hasher.update(code);
        hasher.finalize()
    }
}
