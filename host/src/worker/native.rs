//! Nodes of a real worker: connectors beneath the tenant's folder, and plugins whose native code the host sent.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    os::fd::{AsFd, OwnedFd},
    path::PathBuf,
    rc::Rc,
    sync::Arc,
};

use sandbar_control::Problem;
use sandbar_dataflow::Factory;
use sandbar_sandbox::{CompiledPlugin, Interruption};

use super::{Held, Make, Order};
use crate::{
    connectors::{Reachable, Root},
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
    code: Rc<RefCell<Received>>,
    plugins: Plugins,
}

/// Native code that is here, by digest. What a run used goes with the last run that did: the host sends it again.
#[derive(Debug, Default)]
struct Received {
    files: BTreeMap<String, OwnedFd>,
    /// By size of stack, too. The pages are shared with all processes that map the same file.
    loaded: BTreeMap<(String, u64), CompiledPlugin>,
    /// Runs that use it.
    users: BTreeMap<String, usize>,
}

/// The plugins of one run, used for as long as this is there.
struct Used {
    code: Rc<RefCell<Received>>,
    digests: BTreeSet<String>,
}

impl Native {
    /// `socket`: see [`handover`]; none where no plugin is ever run.
    pub fn new(socket: Option<OwnedFd>, root: Root) -> Self {
        let plugins = Plugins::new(None, Interruption::Yielding);
        Self { socket, root, code: Rc::default(), plugins }
    }

    /// Takes what the host sent. It does so before it asks for the start that needs it.
    fn receive(&self) -> Result<(), Problem> {
        let Some(socket) = &self.socket else { return Ok(()) };
        loop {
            match handover::receive(socket.as_fd()) {
                Ok(Some((digest, file))) => {
                    let mut code = self.code.borrow_mut();
                    code.files.insert(digest.as_str().to_owned(), file);
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
        let mut code = self.code.borrow_mut();
        if let Some(loaded) = code.loaded.get(&key) {
            return Ok(loaded.clone());
        }
        let missing = || {
            let message = format!("the native code of {} did not arrive", plugin.code);
            Problem::unavailable(message)
        };
        let file = code.files.get(&plugin.digest).ok_or_else(missing)?;
        let manifest = order.plugins.manifest(&plugin.digest).ok_or_else(missing)?;
        let loaded = self.plugins.load_received(file.as_fd(), manifest, stack);
        let loaded = loaded.map_err(|error| {
            Problem::internal(format!("{} cannot be loaded: {error:#}", plugin.code))
        })?;
        code.loaded.insert(key, loaded.clone());
        Ok(loaded)
    }
}

impl Used {
    fn new(code: &Rc<RefCell<Received>>, digests: BTreeSet<String>) -> Self {
        let mut received = code.borrow_mut();
        for digest in &digests {
            *received.users.entry(digest.clone()).or_default() += 1;
        }
        drop(received);
        Self { code: Rc::clone(code), digests }
    }
}

impl Drop for Used {
    fn drop(&mut self) {
        let mut code = self.code.borrow_mut();
        for digest in &self.digests {
            let Some(users) = code.users.get_mut(digest) else { continue };
            *users -= 1;
            if *users == 0 {
                code.users.remove(digest);
                code.files.remove(digest);
                // Tasks that are still on their way out keep their own hold of it.
                code.loaded.retain(|(loaded, _), _| loaded != digest);
            }
        }
    }
}

impl Make for Native {
    fn factory(&self, order: Order) -> Result<(Arc<dyn Factory>, Held), Problem> {
        self.receive()?;
        let (mut plugins, mut digests) = (BTreeMap::new(), BTreeSet::new());
        for (node, setup) in order.setups.iter().enumerate() {
            if let Setup::Operator(plugin @ Plugin { code: Code::Published { .. }, .. }) = setup {
                plugins.insert(node, self.load(plugin, &order)?);
                digests.insert(plugin.digest.clone());
            }
        }
        let used = Used::new(&self.code, digests);
        let Order { tenant, plan, setups, granted, log, clock, seed, resume, .. } = order;
        let (plugins, folder) = (Arc::new(plugins), PathBuf::new());
        let root = self.root.clone();
        let factory = Arc::new(Nodes {
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
            reachable: Reachable::Granted(Arc::new(granted)),
        });
        Ok((factory, Box::new(used)))
    }
}
