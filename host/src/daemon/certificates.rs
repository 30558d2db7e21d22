//! A host's certificates in use: shown to callers, the source of its workers' ones, and read anew when the files change,
//! without any connection being dropped.

use std::{cell::RefCell, path::Path, rc::Rc, time::Duration};

use anyhow::Context as _;
use async_trait::async_trait;
use sandbar_control::{HostName, Problem, TenantName};
use sandbar_dataflow::Clock as _;
use sandbar_exchange::{Dial, Error, HostCredentials, Stream};
use tokio::{
    net::TcpStream,
    signal::unix::{SignalKind, signal},
    time::sleep,
};

use crate::{
    authority::{HostCertificates, WORKER_HOLDS},
    clock::SystemClock,
    node,
};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(10);

/// The newest certificates. Cheap to clone; the clones are the same.
#[derive(Clone, Debug)]
pub(super) struct Certificates {
    newest: Rc<RefCell<HostCertificates>>,
    pub(super) credentials: HostCredentials,
}

impl Certificates {
    /// Those of host `name` in `folder`.
    ///
    /// # Errors
    /// What is wrong with them.
    pub(super) fn open(folder: &Path, name: &HostName) -> anyhow::Result<Self> {
        let newest = HostCertificates::open(folder, name.as_str(), SystemClock.now_ms())
            .context("the host's certificates are of no use")?;
        let credentials = HostCredentials::new(newest.authority(), newest.chain(), newest.key())?;
        Ok(Self { newest: Rc::new(RefCell::new(newest)), credentials })
    }

    /// Takes new ones as they come: every ten seconds, and at SIGHUP at once.
    pub(super) async fn watch(&self) {
        // Without signals the files are still looked at.
        let mut hangup = signal(SignalKind::hangup()).ok();
        loop {
            let asked = async {
                match &mut hangup {
                    Some(hangup) => hangup.recv().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                _ = asked => {}
                () = sleep(LOOK) => {}
            }
            if self.newest.borrow().is_stale() {
                match self.renew() {
                    Ok(()) => tracing::info!("new certificates are in use"),
                    Err(error) => tracing::warn!(
                        error = format!("{error:#}"),
                        "new certificates are of no use; the old ones stay"
                    ),
                }
            }
        }
    }

    fn renew(&self) -> anyhow::Result<()> {
        let read = self.newest.borrow().reread(SystemClock.now_ms())?;
        self.credentials.renew(read.authority(), read.chain(), read.key())?;
        self.newest.replace(read);
        Ok(())
    }
}

/// Reaches other hosts, written `ADDRESS:PORT`.
#[async_trait(?Send)]
impl Dial for Certificates {
    async fn dial(&self, peer: &str) -> Result<Stream, Error> {
        let what = "cannot connect";
        let io = |error: std::io::Error| Error::Io { what, message: error.to_string() };
        let stream = TcpStream::connect(peer).await.map_err(io)?;
        stream.set_nodelay(true).map_err(io)?;
        self.credentials.connect(stream).await
    }
}

impl node::Identities for Certificates {
    fn worker(&self, tenant: &TenantName) -> Result<node::Credentials, Problem> {
        let issued = self.newest.borrow().issue(tenant.as_str(), SystemClock.now_ms());
        let issued = issued.map_err(|error| Problem::internal(format!("{error:#}")))?;
        let renew_after = WORKER_HOLDS / 2;
        Ok(node::Credentials {
            authority: issued.authority,
            chain: issued.chain,
            key: issued.key,
            renew_after,
        })
    }
}
