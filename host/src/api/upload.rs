//! One upload of a plugin: pieces in order, then inspection and compiling, then publication. What was written survives the
//! connection, and the next one goes on from there.

use std::{
    cell::OnceCell,
    rc::Rc,
    time::{Duration, UNIX_EPOCH},
};

use async_trait::async_trait;
use sandbar_control::{Code, Digest, Problem, Reference, TenantName, record};
use sandbar_sandbox::inspect::Manifest;
use sandbar_schema::control_capnp::upload;
use sandbar_store::blobs;

use super::{add, connection::Held, encode, session::Session};
use crate::{compiler::Compiler, registry::blob_problem};

/// Most bytes of one piece, as the schema says.
const PIECE_BYTES_MAX: usize = 256 << 10;

/// Largest plugin.
const PLUGIN_BYTES_MAX: u64 = blobs::BLOB_BYTES_MAX as u64;

/// Looks into components and compiles them, in a process that may be lost.
#[async_trait(?Send)]
pub trait Compile {
    /// What inspection of `component` found, once its native code is kept.
    ///
    /// # Errors
    /// Why the component is refused.
    async fn compile(&self, tenant: &TenantName, component: &[u8]) -> Result<Manifest, Problem>;
}

#[async_trait(?Send)]
impl Compile for Compiler {
    async fn compile(&self, tenant: &TenantName, component: &[u8]) -> Result<Manifest, Problem> {
        Compiler::compile(self, tenant, component).await
    }
}

pub(super) struct Upload {
    session: Session,
    reference: Reference,
    digest: Digest,
    bytes: u64,
    state: State,
    /// What came of it: finishing again changes nothing.
    published: OnceCell<record::Plugin>,
    _held: Held,
}

enum State {
    /// This was published before: nothing need come.
    Published(record::Plugin),
    Open(blobs::Upload),
}

impl Upload {
    /// Begins an upload, or goes on with one. Nothing is taken before all that can be checked was.
    ///
    /// # Errors
    /// The outer one if the connection holds too much; the inner one says why the plugin is refused.
    pub(super) async fn begin(
        session: &Session,
        reference: (&str, &str),
        digest: &str,
        bytes: u64,
    ) -> Result<Result<Self, Problem>, capnp::Error> {
        let held = session.hold()?;
        let (name, version) = reference;
        let begun = async {
            session.change()?;
            let reference = Reference::parse(&format!("{name}@{version}"))?;
            let digest = Digest::parse(digest)?;
            let state = open(session, &reference, &digest, bytes).await?;
            let (session, published) = (session.clone(), OnceCell::new());
            Ok(Self { session, reference, digest, bytes, state, published, _held: held })
        };
        Ok(begun.await)
    }

    async fn take(&self, offset: u64, piece: &[u8]) -> Result<(), Problem> {
        let State::Open(upload) = &self.state else {
            return Err(Problem::conflict(format!("{} is published already", self.reference)));
        };
        if piece.len() > PIECE_BYTES_MAX {
            let message = format!("a piece of {} bytes exceeds {PIECE_BYTES_MAX}", piece.len());
            return Err(Problem::new(Code::TooLarge, message));
        }
        let shared = &self.session.shared;
        let written = upload.write(offset, piece.to_vec()).await;
        written.map_err(|error| blob_problem(&error))?;
        add(&shared.counts.upload_bytes, piece.len() as u64);
        Ok(())
    }

    async fn publish(&self) -> Result<record::Plugin, Problem> {
        if let Some(plugin) = self.published.get() {
            return Ok(plugin.clone());
        }
        let upload = match &self.state {
            State::Published(plugin) => return Ok(plugin.clone()),
            State::Open(upload) => upload,
        };
        self.session.change()?;
        let (shared, tenant) = (&self.session.shared, self.session.tenant());
        let component = upload.content().await.map_err(|error| blob_problem(&error))?;
        let compiled = shared.compile.compile(tenant, &component).await;
        if let Err(problem) = &compiled
            && problem.code != Code::Unavailable
        {
            // The same bytes would be refused again.
            forget(upload).await;
        }
        let manifest = compiled?;
        let plugin = record::Plugin {
            name: self.reference.name.clone(),
            version: self.reference.version.clone(),
            digest: self.digest.clone(),
            bytes: self.bytes,
            published: shared.clock.now_ms(),
            manifest: serde_json::to_string(&manifest)
                .map_err(|error| Problem::internal(format!("a manifest is no JSON: {error}")))?,
            retracted: false,
        };
        let quota = shared.tenancy.tenant(tenant).await?.quota;
        let published = shared.registry.publish(tenant, quota, plugin, component).await?;
        forget(upload).await;
        Ok(self.published.get_or_init(|| published).clone())
    }
}

async fn open(
    session: &Session,
    reference: &Reference,
    digest: &Digest,
    bytes: u64,
) -> Result<State, Problem> {
    let (shared, tenant) = (&session.shared, session.tenant());
    if bytes > PLUGIN_BYTES_MAX {
        let message = format!("a plugin of {bytes} bytes exceeds the limit of {PLUGIN_BYTES_MAX}");
        return Err(Problem::new(Code::TooLarge, message));
    }
    if bytes == 0 {
        return Err(Problem::invalid("a plugin of 0 bytes is none"));
    }
    let quota = shared.tenancy.tenant(tenant).await?.quota;
    if let Some(plugin) = shared.registry.admit(tenant, quota, reference, digest).await? {
        return Ok(State::Published(plugin));
    }
    shared.beginning.take(tenant).map_err(|seconds| {
        Problem::new(Code::Quota, "too many uploads in the last minute")
            .help(format!("try again in {seconds} s"))
    })?;
    let digest = blobs::Digest::parse(digest.as_str()).map_err(|error| blob_problem(&error))?;
    let now = UNIX_EPOCH + Duration::from_millis(shared.clock.now_ms().unsigned_abs());
    let begun = shared.uploads.begin(tenant.as_str(), digest, bytes, now).await;
    let upload = begun.map_err(|error| blob_problem(&error))?;
    add(&shared.counts.uploads_begun, 1);
    Ok(State::Open(upload))
}

/// Removes what nobody has a use for any more. What stays goes after a day.
async fn forget(upload: &blobs::Upload) {
    if let Err(error) = upload.forget().await {
        tracing::warn!(%error, "what came of an upload stays on the disk");
    }
}

impl upload::Server for Upload {
    async fn offset(
        self: Rc<Self>,
        _: upload::OffsetParams,
        mut results: upload::OffsetResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let offset = match &self.state {
            State::Published(_) => self.bytes,
            State::Open(upload) => upload.offset(),
        };
        results.get().set_bytes(offset);
        Ok(())
    }

    async fn write(self: Rc<Self>, params: upload::WriteParams) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let taken = self.take(params.get_offset(), params.get_content()?).await;
        taken.map_err(encode::exception)
    }

    async fn finish(
        self: Rc<Self>,
        _: upload::FinishParams,
        mut results: upload::FinishResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let published = self.session.during(async { Ok(self.publish().await) }).await?;
        let counts = &self.session.shared.counts;
        add(if published.is_ok() { &counts.uploads_published } else { &counts.uploads_refused }, 1);
        let subject = self.reference.to_string();
        match self.session.audited("publish", &subject, published).await {
            Ok(plugin) => encode::plugin(&plugin, results.get().init_plugin()),
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }
}
