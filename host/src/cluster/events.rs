//! What a worker tells of one part of a pipeline: takes the calls of `Events`, checks them, and hands them to the
//! pipeline's driver in the order of their arrival. When the worker gives this capability up, as a dead one does, the
//! driver is told too.

use std::{cell::Cell, rc::Rc};

use capnp::capability::Promise;
use sandbar_control::{
    HostName, TaskId,
    record::Position,
    view::{Fault, Level, LogLine},
};
use sandbar_schema::node_capnp::{events, position, task_id};
use tokio::sync::{mpsc, oneshot};

use super::log::Log;
use crate::pipeline::visible;

/// Events that wait for a driver. A pipeline of a thousand tasks tells a thousand for each barrier, and the next one is
/// asked for once the last is through, or was given up; a worker that tells more at once is out of order.
pub(super) const WAITING_MAX: usize = 16 << 10;

/// Bytes of a position: what a connector writes is a few numbers.
const POSITION_BYTES_MAX: usize = 64 << 10;

/// Bytes of any text that is shown.
const TEXT_BYTES_MAX: usize = 16 << 10;

/// Something that happened to a part.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) epoch: u64,
    pub(super) task: TaskId,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Passed { barrier: u64, positions: Vec<Position> },
    Ended { positions: Vec<Position> },
    Halted { fault: Fault },
}

/// The events of one start.
pub(super) struct Events {
    pub(super) epoch: u64,
    pub(super) host: HostName,
    pub(super) to: mpsc::Sender<Told>,
    pub(super) log: Rc<Log>,
    /// Lines that were lost before the next one.
    pub(super) lost_lines: Cell<u64>,
    /// Whether the driver still listens to this epoch.
    pub(super) listening: Rc<Cell<u64>>,
    /// Gone with this.
    pub(super) _alive: oneshot::Sender<()>,
}

impl Events {
    fn tell(&self, task: task_id::Reader<'_>, what: What) -> Result<(), capnp::Error> {
        if self.listening.get() != self.epoch {
            return Err(capnp::Error::failed(format!("epoch {} is over", self.epoch)));
        }
        let task = TaskId { chain: task.get_chain(), task: task.get_task() };
        let told = Told { epoch: self.epoch, task, what };
        self.to.try_send(told).map_err(|_| {
            capnp::Error::overloaded(format!("more than {WAITING_MAX} events of a pipeline wait"))
        })
    }

    fn take_lines(&self, params: events::log_params::Reader<'_>) -> Result<(), capnp::Error> {
        if self.listening.get() != self.epoch {
            return Ok(());
        }
        self.lost_lines.set(self.lost_lines.get().saturating_add(params.get_dropped()));
        for line in params.get_lines()? {
            let line = LogLine {
                time: line.get_time(),
                level: Level::parse(line.get_level()?.to_str()?).unwrap_or(Level::Info),
                operator: shown(line.get_operator()?)?,
                task: line.get_task(),
                host: self.host.to_string(),
                message: shown(line.get_message()?)?,
            };
            self.log.push(line, self.lost_lines.take());
        }
        Ok(())
    }
}

// Everything is done before the first wait, so that events keep the order in which they came.
impl events::Server for Events {
    fn passed(
        self: Rc<Self>,
        params: events::PassedParams,
    ) -> impl Future<Output = Result<(), capnp::Error>> + 'static {
        done(params.get().and_then(|params| {
            let (barrier, positions) = (params.get_barrier(), positions(params.get_positions()?)?);
            self.tell(params.get_task()?, What::Passed { barrier, positions })
        }))
    }

    fn ended(
        self: Rc<Self>,
        params: events::EndedParams,
    ) -> impl Future<Output = Result<(), capnp::Error>> + 'static {
        done(params.get().and_then(|params| {
            let positions = positions(params.get_positions()?)?;
            self.tell(params.get_task()?, What::Ended { positions })
        }))
    }

    fn halted(
        self: Rc<Self>,
        params: events::HaltedParams,
    ) -> impl Future<Output = Result<(), capnp::Error>> + 'static {
        done(params.get().and_then(|params| {
            let fault = params.get_fault()?;
            let fault = Fault {
                code: shown(fault.get_code()?)?,
                message: shown(fault.get_message()?)?,
                help: shown(fault.get_help()?)?,
                node: shown(fault.get_node()?)?,
            };
            self.tell(params.get_task()?, What::Halted { fault })
        }))
    }

    fn log(
        self: Rc<Self>,
        params: events::LogParams,
    ) -> impl Future<Output = Result<(), capnp::Error>> + 'static {
        done(params.get().and_then(|params| self.take_lines(params)))
    }
}

fn done(result: Result<(), capnp::Error>) -> Promise<(), capnp::Error> {
    match result {
        Ok(()) => Promise::ok(()),
        Err(error) => Promise::err(error),
    }
}

fn positions(
    list: capnp::struct_list::Reader<'_, position::Owned>,
) -> Result<Vec<Position>, capnp::Error> {
    let read = |position: position::Reader<'_>| {
        let content = position.get_content()?.to_str()?;
        if content.len() > POSITION_BYTES_MAX {
            let message =
                format!("a position of {} bytes exceeds {POSITION_BYTES_MAX}", content.len());
            return Err(capnp::Error::failed(message));
        }
        Ok(Position {
            node: shown(position.get_node()?)?,
            task: position.get_task(),
            parallelism: position.get_parallelism(),
            content: content.to_owned(),
            ended: position.get_ended(),
        })
    };
    list.iter().map(read).collect()
}

/// `text` as a person may be shown it: cut, and with nothing that a terminal obeys.
fn shown(text: capnp::text::Reader<'_>) -> Result<String, capnp::Error> {
    let text = text.to_str()?;
    let cut = &text[..text.floor_char_boundary(TEXT_BYTES_MAX)];
    Ok(cut.chars().map(visible).collect())
}
