//! What a tenant asks of the cluster.

use sandbar_schema::control_capnp::{pipeline_source, tenant};

use super::{
    Failure, Pipeline,
    upload::{Artefact, Progress, upload},
    view::{self, Change, Plugin, Right, Summary},
};

/// The capability of one tenant. Ends with its connection.
#[derive(Clone)]
pub struct Tenant(tenant::Client);

/// A pipeline file and what is changed in it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Name of the file, for messages.
    pub file: String,
    pub text: String,
    /// `PATH=VALUE`, in order.
    pub overrides: Vec<String>,
}

impl std::fmt::Debug for Tenant {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Tenant").finish_non_exhaustive()
    }
}

impl Source {
    fn write(&self, mut to: pipeline_source::Builder<'_>) {
        to.set_file(self.file.as_str());
        to.set_text(self.text.as_str());
        let count = u32::try_from(self.overrides.len()).expect("a command line has fewer words");
        let mut overrides = to.init_overrides(count);
        for (index, text) in (0..).zip(&self.overrides) {
            overrides.set(index, text.as_str());
        }
    }
}

impl Tenant {
    pub(super) fn new(client: tenant::Client) -> Self {
        Self(client)
    }

    /// Publishes `artefact`, going on where an earlier upload of it broke off.
    ///
    /// # Errors
    /// What the host refused, or why the connection broke.
    pub async fn publish(
        &self,
        artefact: &Artefact<'_>,
        progress: &mut dyn Progress,
    ) -> Result<Plugin, Failure> {
        upload(&self.0, artefact, progress).await
    }

    pub async fn plugins(&self) -> Result<Vec<Plugin>, Failure> {
        let answer = self.0.plugins_request().send().promise.await?;
        view::all(answer.get()?.get_plugins()?)
    }

    pub async fn retract(&self, name: &str, version: &str) -> Result<(), Failure> {
        let mut request = self.0.retract_request();
        request.get().set_name(name);
        request.get().set_version(version);
        view::refusal(request.send().promise.await?.get()?.get_problem())
    }

    /// What `deploy` would do.
    pub async fn plan(&self, source: &Source) -> Result<Change, Failure> {
        let mut request = self.0.plan_request();
        source.write(request.get().init_source());
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        view::Read::read(answer.get_change()?)
    }

    /// Deploys `source` with the rights that a person agreed to, if its pipeline is still at `revision`.
    pub async fn deploy(
        &self,
        source: &Source,
        rights: &[Right],
        revision: u64,
    ) -> Result<(Pipeline, Change), Failure> {
        let mut request = self.0.deploy_request();
        let mut deploy = request.get();
        source.write(deploy.reborrow().init_source());
        let count = u32::try_from(rights.len()).expect("they came in a list as long");
        let mut granted = deploy.reborrow().init_rights(count);
        for (index, right) in (0..).zip(rights) {
            let mut to = granted.reborrow().get(index);
            to.set_operator(right.operator.as_str());
            to.set_right(right.right.as_str());
        }
        deploy.set_revision(revision);
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        Ok((Pipeline::new(answer.get_pipeline()?), view::Read::read(answer.get_change()?)?))
    }

    pub async fn pipelines(&self) -> Result<Vec<Summary>, Failure> {
        let answer = self.0.pipelines_request().send().promise.await?;
        view::all(answer.get()?.get_pipelines()?)
    }

    pub async fn pipeline(&self, name: &str) -> Result<Pipeline, Failure> {
        let mut request = self.0.pipeline_request();
        request.get().set_name(name);
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        Ok(Pipeline::new(answer.get_pipeline()?))
    }
}
