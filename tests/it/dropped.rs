//! H29: a call that is dropped half-way, as when its pipeline is given up or its budget of time is over. Its instance goes
//! with it: it was left in the middle of something, and is never entered again.

use std::sync::Arc;

use futures_util::FutureExt as _;
use sandbar::{clock::SystemClock, threads};
use sandbar_dataflow::{BatchBuilder, Code, Operator as _, Output, Port, Record, RecordBatch};
use sandbar_sandbox::{
    Context, GuestLog, Interruption, Level, Limits, PluginOperator, Sandbox, Settings, inspect,
};
use sandbar_tests::guest;

/// Loops over a record `loop`, and traps where a call before was never ended.
const GUEST: &str = r#"
(global $in-call (mut i32) (i32.const 0))
(func (export "process") (type $process)
  (if (global.get $in-call) (then unreachable))
  (global.set $in-call (i32.const 1))
  (loop $again (br_if $again (i32.eq (i32.load8_u (local.get $values)) (i32.const 0x6c))))
  (call $forward-all (local.get $records))
  (global.set $in-call (i32.const 0))
  (i32.const 0))"#;

struct Silent;

impl GuestLog for Silent {
    fn line(&self, _: &str, _: u32, _: Level, _: &str) {}
    fn dropped(&self, _: &str, _: u32, _: u64) {}
}

fn operator() -> PluginOperator {
    let settings = Settings { interruption: Interruption::Yielding, ..Settings::default() };
    let (sandbox, ticker) = Sandbox::new(settings).expect("this machine runs plugins");
    threads::tick(ticker).expect("there is a thread");
    let component = guest::assemble(GUEST);
    let inspected = inspect::inspect(&component, &inspect::Limits::default()).expect("a plugin");
    let context = Context {
        parameters: "{}".to_owned(),
        tenant: "acme".to_owned(),
        operator: "dropped".to_owned(),
        task_index: 0,
        parallelism: 1,
        seed: 0,
        clock: Arc::new(SystemClock),
        log: Arc::new(Silent),
    };
    let limits = Limits { call: std::time::Duration::from_secs(60), ..Limits::default() };
    PluginOperator::new(sandbox.compile(&inspected).expect("it compiles"), context, limits)
}

fn batch(value: &str) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    builder.push(Record { value: value.as_bytes(), ..Record::default() });
    builder.finish()
}

/// Records that a call put out.
async fn called(operator: &mut PluginOperator, value: &str) -> Result<usize, Code> {
    let (batch, mut output) = (batch(value), Output::new(1, None));
    output.begin(Some(&batch));
    let called = operator.process(Port(0), &batch, &mut output).await;
    called.map(|()| output.take().0.len()).map_err(|fault| fault.code)
}

#[tokio::test]
async fn an_instance_whose_call_was_dropped_is_never_entered_again() {
    let mut operator = operator();
    operator.open().await.unwrap();
    assert_eq!(called(&mut operator, "good").await, Ok(1));
    for _ in 0..20 {
        // One poll: the guest gives way at the first tick, in the middle of its loop, and is not asked again.
        assert!(called(&mut operator, "loop").now_or_never().is_none(), "it does not end");
        assert_eq!(called(&mut operator, "good").await, Err(Code::Internal), "nothing is open");
        operator.open().await.unwrap();
        assert_eq!(called(&mut operator, "good").await, Ok(1), "a fresh instance");
    }
    operator.close().await.unwrap();
}

#[tokio::test]
async fn a_close_after_a_dropped_call_has_nothing_to_close() {
    let mut operator = operator();
    operator.open().await.unwrap();
    assert!(called(&mut operator, "loop").now_or_never().is_none());
    operator.close().await.unwrap();
    assert_eq!(called(&mut operator, "good").await, Err(Code::Internal));
}
