//! One pipeline of one tenant. The capability stays good when the pipeline is deployed anew, and says `not-found` once it is
//! deleted.

use std::{rc::Rc, time::Duration};

use sandbar_control::{PipelineName, Problem};
use sandbar_schema::control_capnp::{log_sink, pipeline};

use tracing::Instrument as _;

use super::{connection::Held, decode, encode, session::Session};
use crate::{
    cluster::{Follow, Lines},
    observe,
};

/// Longest wait that one call may ask for. Who waits longer asks again.
const REACH_MAX: Duration = Duration::from_secs(600);

/// Most lines of a log that one call gets at first: all that are kept.
const LINES_MAX: u32 = 10_000;

pub(super) struct Pipeline {
    pub(super) session: Session,
    pub(super) name: PipelineName,
    pub(super) _held: Held,
}

/// What is done to a pipeline and has no result.
#[derive(Clone, Copy)]
enum Action {
    Pause,
    Resume,
    Stop,
    Delete,
}

impl Pipeline {
    async fn act(&self, action: Action) -> Result<(), Problem> {
        let (cluster, tenant) = (&self.session.shared.cluster, self.session.tenant());
        let (name, done) = match action {
            Action::Pause => ("pause", self.changing(cluster.pause(tenant, &self.name)).await),
            Action::Resume => ("resume", self.changing(cluster.resume(tenant, &self.name)).await),
            Action::Stop => ("stop", self.changing(cluster.stop(tenant, &self.name)).await),
            Action::Delete => ("delete", self.changing(cluster.delete(tenant, &self.name)).await),
        };
        let span = observe::pipeline(tenant, &self.name);
        self.session.audited(name, self.name.as_str(), done).instrument(span).await
    }

    async fn changing(
        &self,
        action: impl Future<Output = Result<(), Problem>>,
    ) -> Result<(), Problem> {
        self.session.change()?;
        action.await
    }

    /// Sends lines one message after the other: a client that reads slowly holds up its own log, and is told what it
    /// missed.
    async fn send(
        &self,
        lines: u32,
        follow: Follow,
        to: &log_sink::Client,
    ) -> Result<(), capnp::Error> {
        let (cluster, tenant) = (&self.session.shared.cluster, self.session.tenant());
        let wanted = lines.min(LINES_MAX) as usize;
        let tail = cluster.logs(tenant, &self.name, wanted, follow);
        let mut tail = tail.map_err(encode::exception)?;
        while let Some(Lines { missing, lines }) = tail.next().await {
            if missing > 0 {
                let mut request = to.dropped_request();
                request.get().set_lines(missing);
                request.send().await?;
            }
            let mut request = to.write_request();
            let list = request.get().init_lines(encode::length(lines.len()));
            encode::lines(lines.iter().map(Rc::as_ref), list);
            request.send().await?;
        }
        Ok(())
    }
}

impl pipeline::Server for Pipeline {
    async fn describe(
        self: Rc<Self>,
        _: pipeline::DescribeParams,
        mut results: pipeline::DescribeResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let described = self.session.shared.cluster.describe(self.session.tenant(), &self.name);
        match described.await {
            Ok(described) => encode::description(&described, results.get().init_description()),
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn reach(
        self: Rc<Self>,
        params: pipeline::ReachParams,
        mut results: pipeline::ReachResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let params = params.get()?;
        let until = decode::status(params.get_until()?);
        let timeout = Duration::from_millis(params.get_timeout_ms().into()).min(REACH_MAX);
        let (cluster, tenant) = (&self.session.shared.cluster, self.session.tenant());
        let reached = async { Ok(cluster.reach(tenant, &self.name, until, timeout).await) };
        match self.session.during(reached).await? {
            Ok(described) => encode::description(&described, results.get().init_description()),
            Err(problem) => encode::problem(&problem, results.get().init_problem()),
        }
        Ok(())
    }

    async fn logs(
        self: Rc<Self>,
        params: pipeline::LogsParams,
        _: pipeline::LogsResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        // A call that follows lasts; it counts as a capability does.
        let _held = self.session.hold()?;
        let params = params.get()?;
        let follow = if params.get_follow() { Follow::Yes } else { Follow::No };
        let to = params.get_to()?;
        self.session.during(self.send(params.get_lines(), follow, &to)).await
    }

    async fn pause(
        self: Rc<Self>,
        _: pipeline::PauseParams,
        mut results: pipeline::PauseResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let done = self.act(Action::Pause).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn resume(
        self: Rc<Self>,
        _: pipeline::ResumeParams,
        mut results: pipeline::ResumeResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let done = self.act(Action::Resume).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn stop(
        self: Rc<Self>,
        _: pipeline::StopParams,
        mut results: pipeline::StopResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let done = self.act(Action::Stop).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }

    async fn delete(
        self: Rc<Self>,
        _: pipeline::DeleteParams,
        mut results: pipeline::DeleteResults,
    ) -> Result<(), capnp::Error> {
        self.session.enter()?;
        let done = self.act(Action::Delete).await;
        encode::outcome(done, results.get(), |results| results.reborrow().init_problem());
        Ok(())
    }
}
