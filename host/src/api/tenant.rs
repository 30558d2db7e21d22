//! What one tenant owns and may do. Whose it is follows from the session; nothing a call brings can name another.

use std::rc::Rc;

use sandbar_control::{
    PipelineName, Problem, Reference,
    record::Source,
    view::{Change, Right},
};
use sandbar_schema::control_capnp::{revocation, tenant};
use tokio::sync::watch;
use tracing::Instrument as _;

use super::{
    connection::Held, decode, encode, pipeline::Pipeline, session::Session, upload::Upload,
};
use crate::observe;

/// Largest pipeline file, as on one machine.
const TEXT_BYTES_MAX: usize = 1 << 20;

/// Most overrides: more than anybody types.
const OVERRIDES_MAX: usize = 1_000;

pub(super) struct Tenant {
    pub(super) session: Session,
    pub(super) _held: Held,
}

struct Revocation {
    revoked: Rc<watch::Sender<bool>>,
    _held: Held,
}

impl Tenant {
    async fn deploy(
        &self,
        source: &Source,
        rights: &[Right],
        revision: u64,
    ) -> Result<(PipelineName, Change), Problem> {
        self.session.change()?;
        check_source(source)?;
        let cluster = &self.session.shared.cluster;
        cluster.deploy(self.session.tenant(), source, rights, revision).await
    }

    async fn plan(&self, source: &Source) -> Result<Change, Problem> {
        check_source(source)?;
        self.session.shared.plans.take(self.session.tenant()).map_err(|seconds| {
            Problem::unavailable("too many plans in the last minute")
                .help(format!("try again in {seconds} s"))
        })?;
        self.session.shared.cluster.plan(self.session.tenant(), source).await
    }

    async fn retract(&self, name: &str, version: &str) -> Result<(), Problem> {
        self.session.change()?;
        let reference = Reference::parse(&format!("{name}@{version}"))?;
        self.session.shared.registry.retract(self.session.tenant(), &reference).await
    }

    fn pipeline(&self, name: PipelineName) -> Result<Pipeline, capnp::Error> {
        let held = self.session.hold()?;
        Ok(Pipeline { session: self.session.clone(), name, _held: held })
    }
}

impl tenant::Server for Tenant {
    async fn upload(
        self: Rc<Self>,
        params: tenant::UploadParams,
        mut results: tenant::UploadResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let name = decode::text(params.get_name()?)?;
        let version = decode::text(params.get_version()?)?;
        let digest = decode::text(params.get_digest()?)?;
        let begun =
            Upload::begin(&self.session, (&name, &version), &digest, params.get_bytes()).await?;
        match begun {
            Ok(upload) => results.get().set_upload(capnp_rpc::new_client(upload)),
            Err(problem) => {
                let refused: Result<(), _> = Err(problem);
                let subject = format!("{name}@{version}");
                let refused = self.session.audited("upload", &subject, refused).await;
                encode::outcome(refused, results.get(), |results| {
                    results.reborrow().init_problem()
                });
            }
        }
        Ok(())
    }

    async fn plugins(
        self: Rc<Self>,
        _: tenant::PluginsParams,
        mut results: tenant::PluginsResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let plugins = self.session.shared.registry.plugins(self.session.tenant()).await;
        let plugins = plugins.map_err(encode::exception)?;
        let mut list = results.get().init_plugins(encode::length(plugins.len()));
        for (index, plugin) in (0..).zip(&plugins) {
            encode::plugin(plugin, list.reborrow().get(index));
        }
        Ok(())
    }

    async fn retract(
        self: Rc<Self>,
        params: tenant::RetractParams,
        mut results: tenant::RetractResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let name = decode::text(params.get_name()?)?;
        let version = decode::text(params.get_version()?)?;
        let done = Tenant::retract(&self, &name, &version).await;
        let done = self.session.audited("retract", &format!("{name}@{version}"), done).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn plan(
        self: Rc<Self>,
        params: tenant::PlanParams,
        mut results: tenant::PlanResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let source = decode::source(params.get()?.get_source()?)?;
        match Tenant::plan(&self, &source).await {
            Ok(change) => encode::change(&change, results.get().init_change()),
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn deploy(
        self: Rc<Self>,
        params: tenant::DeployParams,
        mut results: tenant::DeployResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let source = decode::source(params.get_source()?)?;
        let rights = decode::rights(params.get_rights()?)?;
        let deployed = Tenant::deploy(&self, &source, &rights, params.get_revision()).await;
        let subject = match &deployed {
            Ok((name, _)) => name.to_string(),
            Err(_) => source.file,
        };
        let span = observe::pipeline(self.session.tenant(), &subject);
        match self.session.audited("deploy", &subject, deployed).instrument(span).await {
            Ok((name, change)) => {
                let mut results = results.get();
                results.set_pipeline(capnp_rpc::new_client(Tenant::pipeline(&self, name)?));
                encode::change(&change, results.init_change());
            }
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn pipelines(
        self: Rc<Self>,
        _: tenant::PipelinesParams,
        mut results: tenant::PipelinesResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let pipelines = self.session.shared.cluster.pipelines(self.session.tenant()).await;
        let mut list = results.get().init_pipelines(encode::length(pipelines.len()));
        for (index, summary) in (0..).zip(&pipelines) {
            encode::summary(summary, list.reborrow().get(index));
        }
        Ok(())
    }

    async fn pipeline(
        self: Rc<Self>,
        params: tenant::PipelineParams,
        mut results: tenant::PipelineResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let name = decode::text(params.get()?.get_name()?)?;
        match self.session.shared.cluster.find(self.session.tenant(), &name) {
            Ok(name) => {
                results.get().set_pipeline(capnp_rpc::new_client(Tenant::pipeline(&self, name)?));
            }
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn viewer(
        self: Rc<Self>,
        _: tenant::ViewerParams,
        mut results: tenant::ViewerResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let (session, revoked) = self.session.viewer();
        let viewer = Tenant { _held: session.hold()?, session };
        let revocation = Revocation { revoked, _held: self.session.hold()? };
        let mut results = results.get();
        results.set_tenant(capnp_rpc::new_client(viewer));
        results.set_revocation(capnp_rpc::new_client(revocation));
        Ok(())
    }
}

impl revocation::Server for Revocation {
    async fn revoke(
        self: Rc<Self>,
        _: revocation::RevokeParams,
        _: revocation::RevokeResults,
    ) -> Result<(), capnp::Error> {
        self.revoked.send_replace(true);
        Ok(())
    }
}

fn check_source(source: &Source) -> Result<(), Problem> {
    let bytes = source.text.len() + source.overrides.iter().map(String::len).sum::<usize>();
    let too_large = |message| Err(Problem::new(sandbar_control::Code::TooLarge, message));
    if bytes > TEXT_BYTES_MAX {
        return too_large(format!("a pipeline file of {bytes} bytes exceeds {TEXT_BYTES_MAX}"));
    }
    if source.overrides.len() > OVERRIDES_MAX {
        return too_large(format!("{} overrides exceed {OVERRIDES_MAX}", source.overrides.len()));
    }
    Ok(())
}
