//! Attacks on the sandbox, as one table: what each tries, and what must stop it. Each runs in a process of its own,
//! beside well-behaved operators that must not notice: one on the same thread, one in another pipeline.

use sandbar_dataflow::Code;

mod cases;
mod check;
mod generated;
mod isolated;
mod observed;
mod run;

pub use cases::CASES;
pub use check::check;
pub use generated::slow_but_permitted;
pub use isolated::isolated;
pub use observed::{Letter, Observed};
pub use run::run;

/// One attack.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The number of the attack; several cases may be variants of one.
    pub number: &'static str,
    pub name: &'static str,
    /// What it tries, for the report.
    pub tries: &'static str,
    pub plugin: Plugin,
    /// `limits` of the hostile operator, as in a pipeline file.
    pub limits: &'static str,
    /// Its `breaker`.
    pub breaker: &'static str,
    /// One record a line.
    pub input: Input,
    pub expected: Expected,
    /// What must hold besides.
    pub also: fn(&Observed) -> Result<(), String>,
}

/// Where the plugin comes from.
#[derive(Clone, Copy, Debug)]
pub enum Plugin {
    /// A file in `guests/`.
    Guest(&'static str),
    /// Made by a program, for what would be long or is no text.
    Generated(fn() -> Vec<u8>),
}

/// What the hostile operator is fed.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    Lines(&'static [&'static str]),
    /// So many records `r0`, `r1`, ...; every eighth begins with `x` instead.
    Many(usize),
    /// 200 records of one byte, then one of 200,000.
    Skewed,
}

/// What must stop the attack.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// The upload; the message has all these parts.
    Refused(&'static [&'static str]),
    /// The pipeline: nothing can be done without the operator.
    Halted(Code, &'static str),
    /// What becomes of each record, from the first; the list begins again where it ends.
    Records(&'static [Fate]),
}

/// What becomes of a record.
#[derive(Clone, Copy, Debug)]
pub enum Fate {
    /// It leaves unchanged.
    Passes,
    /// It becomes a dead letter, of which the message has this part.
    Dies(Code, &'static str),
}

/// A case with nothing special; the table says what is.
const PLAIN: Case = Case {
    number: "",
    name: "",
    tries: "",
    plugin: Plugin::Guest("bystander"),
    limits: "call = \"20ms\"",
    breaker: "off",
    input: Input::Lines(&["one", "two", "three"]),
    expected: Expected::Records(&[Fate::Passes]),
    also: |_| Ok(()),
};

impl Case {
    /// The case called `name`.
    pub fn find(name: &str) -> Option<&'static Case> {
        all().find(|case| case.name == name)
    }

    fn records(&self) -> Vec<String> {
        match self.input {
            Input::Lines(lines) => lines.iter().map(|&line| line.to_owned()).collect(),
            Input::Many(count) => {
                let first = |number: usize| if number % 8 == 7 { 'x' } else { 'r' };
                (0..count).map(|number| format!("{}{number}", first(number))).collect()
            }
            Input::Skewed => {
                let mut records = vec!["s".to_owned(); 200];
                records.push("l".repeat(200_000));
                records
            }
        }
    }
}

/// Every case of the table.
pub fn all() -> impl Iterator<Item = &'static Case> {
    CASES.iter().copied().flatten()
}
