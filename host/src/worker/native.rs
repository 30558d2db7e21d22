//! Nodes of a real worker: connectors beneath the tenant's folder, and plugins whose native code the host sent.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    os::fd::{AsFd, OwnedFd},
    path::PathBuf,
    sync::Arc,
};

use sandbar_control::Problem;
use sandbar_dataflow::Factory;
use sandbar_sandbox::{CompiledPlugin, Interruption};

use super::{Make, Order};
use crate::{
    connectors::Root,
    factory::Nodes,
    handover,
    pipeline::{Code, Plugin, Setup},
    plugins::Plugins,
};

/// Makes nodes of connectors and native code.
#[derive(Debug)]
pub struct Native {
    /// Where native code comes from: a socket of packets.
    socket: Option<OwnedFd>,
    root: Root,
    /// By digest.
    received: RefCell<BTreeMap<String, OwnedFd>>,
    /// By digest and size of stack. The pages are shared with all processes that map the same file.
    loaded: RefCell<BTreeMap<(String, u64), CompiledPlugin>>,
    plugins: Plugins,
}

impl Native {
    /// `socket`: see [`handover`]; none where no plugin is ever run.
    pub fn new(socket: Option<OwnedFd>, root: Root) -> Self {
        let plugins = Plugins::new(None, Interruption::Yielding);
        let (received, loaded) = (RefCell::default(), RefCell::default());
        Self { socket, root, received, loaded, plugins }
    }

    /// Takes what the host sent. It does so before it asks for the start that needs it.
    fn receive(&self) -> Result<(), Problem> {
        let Some(socket) = &self.socket else { return Ok(()) };
        loop {
            match handover::receive(socket.as_fd()) {
                Ok(Some((digest, file))) => {
                    self.received.borrow_mut().insert(digest.as_str().to_owned(), file);
                }
                Ok(None) => return Ok(()),
                Err(error) => {
                    let message = format!("native code cannot be taken from the host: {error}");
                    return Err(Problem::internal(message));
                }
            }
        }
    }

    fn load(&self, plugin: &Plugin, order: &Order) -> Result<CompiledPlugin, Problem> {
        let stack = plugin.limits.stack_bytes_max;
        let key = (plugin.digest.clone(), stack);
        if let Some(loaded) = self.loaded.borrow().get(&key) {
            return Ok(loaded.clone());
        }
        let received = self.received.borrow();
        let missing = || {
            let message = format!("the native code of {} did not arrive", plugin.code);
            Problem::unavailable(message)
        };
        let file = received.get(&plugin.digest).ok_or_else(missing)?;
        let manifest = order.plugins.manifest(&plugin.digest).ok_or_else(missing)?;
        let loaded = self.plugins.load_received(file.as_fd(), manifest, stack);
        let loaded = loaded.map_err(|error| {
            Problem::internal(format!("{} cannot be loaded: {error:#}", plugin.code))
        })?;
        self.loaded.borrow_mut().insert(key, loaded.clone());
        Ok(loaded)
    }
}

impl Make for Native {
    fn factory(&self, order: Order) -> Result<Arc<dyn Factory>, Problem> {
        self.receive()?;
        let mut plugins = BTreeMap::new();
        for (node, setup) in order.setups.iter().enumerate() {
            if let Setup::Operator(plugin @ Plugin { code: Code::Published { .. }, .. }) = setup {
                plugins.insert(node, self.load(plugin, &order)?);
            }
        }
        let Order { tenant, plan, setups, log, clock, seed, resume, .. } = order;
        let (plugins, folder) = (Arc::new(plugins), PathBuf::new());
        let root = self.root.clone();
        Ok(Arc::new(Nodes {
            plan,
            setups,
            plugins,
            folder,
            clock,
            log,
            seed,
            tenant,
            resume,
            root,
        }))
    }
}
