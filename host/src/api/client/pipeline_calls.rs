//! What is asked of one pipeline.

use std::time::Duration;

use capnp::capability::Promise;
use sandbar_schema::control_capnp::pipeline;

use super::{
    Failure,
    logs::{Lines, Sink},
    view::{self, Description, Read as _, Status},
};

/// The capability of one pipeline. Ends with its connection.
#[derive(Clone)]
pub struct Pipeline(pipeline::Client);

impl std::fmt::Debug for Pipeline {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Pipeline").finish_non_exhaustive()
    }
}

/// A call without parameters whose only result is a problem.
macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident, $request:ident;)*) => {$(
        $(#[$doc])*
        pub async fn $name(&self) -> Result<(), Failure> {
            view::refusal(self.0.$request().send().promise.await?.get()?.get_problem())
        }
    )*};
}

impl Pipeline {
    pub(super) fn new(client: pipeline::Client) -> Self {
        Self(client)
    }

    pub async fn describe(&self) -> Result<Description, Failure> {
        let answer = self.0.describe_request().send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        Description::read(answer.get_description()?)
    }

    /// How it stands once it is `until`, in a status that it does not leave by itself, or when `patience` is over.
    pub async fn reach(&self, until: Status, patience: Duration) -> Result<Description, Failure> {
        let mut request = self.0.reach_request();
        request.get().set_until(until.to_schema());
        request.get().set_timeout_ms(u32::try_from(patience.as_millis()).unwrap_or(u32::MAX));
        let answer = request.send().promise.await?;
        let answer = answer.get()?;
        view::refusal(answer.get_problem())?;
        Description::read(answer.get_description()?)
    }

    /// Hands the last `last` lines to `lines`, and with `follow` every new one, until it returns `false` or the
    /// pipeline is gone.
    pub async fn logs(
        &self,
        last: u32,
        follow: bool,
        lines: &mut dyn Lines,
    ) -> Result<(), Failure> {
        let (sink, mut arriving) = Sink::new();
        let mut request = self.0.logs_request();
        let mut logs = request.get();
        logs.set_lines(last);
        logs.set_follow(follow);
        logs.set_to(capnp_rpc::new_client(sink));
        // Dropping it cancels the call.
        let mut sending: Promise<_, capnp::Error> = request.send().promise;
        loop {
            tokio::select! {
                biased;
                Some(piece) = arriving.recv() => if !piece.hand_to(lines)? { return Ok(()) },
                ended = &mut sending => {
                    ended?;
                    while let Ok(piece) = arriving.try_recv() {
                        piece.hand_to(lines)?;
                    }
                    return Ok(());
                }
            }
        }
    }

    acts! {
        /// Stops its sources and lets what is in flight go through.
        pause, pause_request;
        /// Goes on from the positions kept.
        resume, resume_request;
        /// As [`Self::pause`], for good.
        stop, stop_request;
        /// Forgets a pipeline that does not run.
        delete, delete_request;
    }
}
