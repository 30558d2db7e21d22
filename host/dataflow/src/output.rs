//! What one call stages: batches on ports and records that fail. Nothing here counts until the engine commits it, and
//! every claim of a guest is checked as it is made.

use crate::{
    BATCH_BYTES_MAX, BatchBuilder, Code, Columns, Fault, Port, Record, RecordBatch,
    batch::Malformed,
};

/// Bytes that an emission counts besides its records, so that a flood of tiny ones meets the limit too.
const EMISSION_BYTES: usize = 256;

/// How many times its input a call may emit.
const OUTPUT_RATIO: usize = 16;

/// The staged output of one call.
#[derive(Debug)]
pub struct Output {
    ports: u32,
    bytes_max: Option<usize>,
    /// The batch of the current call, which `forward`, `rekey` and `reject` speak of.
    input: Option<RecordBatch>,
    bytes: usize,
    bytes_allowed: usize,
    emissions: Vec<Emission>,
    rejections: Vec<Rejection>,
    /// Rows rejected so far; empty until there is one.
    rejected: Vec<bool>,
}

/// A batch that leaves by a port.
#[derive(Clone, Debug)]
pub struct Emission {
    pub port: Port,
    pub batch: RecordBatch,
}

/// Records that fail for one reason while the others go on.
#[derive(Clone, Debug)]
pub struct Rejection {
    pub records: RecordBatch,
    pub fault: Fault,
}

/// A call that broke the rules of its output.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    #[error("output port {port} does not exist: the operator declares {ports}")]
    UnknownPort { port: u32, ports: u32 },
    #[error(transparent)]
    Malformed(#[from] Malformed),
    #[error("row {row} does not exist: the batch has {records} records")]
    RowOutOfRange { row: u32, records: usize },
    #[error("rows must be strictly increasing, but {row} follows {before}")]
    RowsNotIncreasing { before: u32, row: u32 },
    #[error("row {row} is rejected twice")]
    RejectedTwice { row: u32 },
    #[error("{key_ends} keys for {rows} rows")]
    KeysForRows { key_ends: usize, rows: usize },
    #[error("output of {bytes} bytes exceeds the {bytes_max} byte limit of one call")]
    TooLarge { bytes: usize, bytes_max: usize },
}

impl From<Violation> for Fault {
    fn from(violation: Violation) -> Self {
        let code = match violation {
            Violation::TooLarge { .. } => Code::OutputTooLarge,
            _ => Code::OutputInvalid,
        };
        Fault::new(code, violation.to_string())
    }
}

impl Output {
    /// For an operator with `ports` outputs. `bytes_max` bounds one call; by default that is 16 times its input, and at
    /// least one batch of 4 MiB.
    pub fn new(ports: u32, bytes_max: Option<usize>) -> Self {
        Self {
            ports,
            bytes_max,
            input: None,
            bytes: 0,
            bytes_allowed: bytes_max.unwrap_or(BATCH_BYTES_MAX),
            emissions: Vec::new(),
            rejections: Vec::new(),
            rejected: Vec::new(),
        }
    }

    /// Begins a call over `input`, dropping whatever an earlier call left uncommitted.
    pub fn begin(&mut self, input: Option<&RecordBatch>) {
        self.emissions.clear();
        self.rejections.clear();
        self.rejected.clear();
        self.bytes = 0;
        self.bytes_allowed = self.bytes_max.unwrap_or_else(|| {
            let input_bytes = input.map_or(0, RecordBatch::bytes);
            (input_bytes * OUTPUT_RATIO).max(BATCH_BYTES_MAX)
        });
        self.input = input.cloned();
    }

    /// The batch of the current call.
    pub fn input(&self) -> Option<&RecordBatch> {
        self.input.as_ref()
    }

    /// Columns that a guest built: refused before anything is copied if they are malformed or too many.
    ///
    /// # Errors
    /// [`Violation`]; the call that caused it must fail.
    pub fn emit_columns(&mut self, port: Port, columns: &Columns<'_>) -> Result<(), Violation> {
        self.check_port(port)?;
        columns.check()?;
        self.charge(columns.bytes())?;
        let owned = Columns {
            timestamps: columns.timestamps.to_vec().into(),
            key_ends: columns.key_ends.to_vec().into(),
            keys: columns.keys.to_vec().into(),
            value_ends: columns.value_ends.to_vec().into(),
            values: columns.values.to_vec().into(),
            header_ends: columns.header_ends.to_vec().into(),
            headers: columns.headers.to_vec().into(),
        };
        self.stage(port, RecordBatch::from_checked(owned));
        Ok(())
    }

    /// A batch that native code built.
    ///
    /// # Errors
    /// [`Violation`], as for a guest.
    pub fn emit(&mut self, port: Port, batch: RecordBatch) -> Result<(), Violation> {
        self.check_port(port)?;
        self.charge(batch.bytes())?;
        self.stage(port, batch);
        Ok(())
    }

    /// Rows of the input leave unchanged.
    ///
    /// # Errors
    /// [`Violation`]; rows must exist and strictly increase.
    pub fn forward(&mut self, port: Port, rows: &[u32]) -> Result<(), Violation> {
        self.check_port(port)?;
        let input = self.rows_of_input(rows)?;
        let batch = input.gather(rows);
        self.charge(batch.bytes())?;
        self.stage(port, batch);
        Ok(())
    }

    /// Rows of the input leave under new keys, of which `key_ends` and `keys` are the column.
    ///
    /// # Errors
    /// [`Violation`]; as for `forward`, and the keys must be one column of as many records.
    pub fn rekey(
        &mut self,
        port: Port,
        rows: &[u32],
        key_ends: &[u32],
        keys: &[u8],
    ) -> Result<(), Violation> {
        self.check_port(port)?;
        let input = self.rows_of_input(rows)?;
        if key_ends.len() != rows.len() {
            return Err(Violation::KeysForRows { key_ends: key_ends.len(), rows: rows.len() });
        }
        let batch = input.rekeyed(rows, key_ends, keys)?;
        // What was copied, not the average row: a guest may pick the largest again and again.
        self.charge(batch.bytes())?;
        self.stage(port, batch);
        Ok(())
    }

    /// Rows of the input fail, the others go on.
    ///
    /// # Errors
    /// [`Violation`]; rows must exist and strictly increase, and no row fails twice.
    pub fn reject(&mut self, rows: &[u32], fault: &Fault) -> Result<(), Violation> {
        let input = self.rows_of_input(rows)?;
        // Each dead letter will carry the reason, and where and when the record failed.
        let letter_bytes = fault.message.len() + EMISSION_BYTES;
        self.charge(letter_bytes.saturating_mul(rows.len().max(1)))?;
        self.rejected.resize(input.len(), false);
        for &row in rows {
            if std::mem::replace(&mut self.rejected[row as usize], true) {
                return Err(Violation::RejectedTwice { row });
            }
        }
        if !rows.is_empty() {
            self.rejections.push(Rejection { records: input.gather(rows), fault: fault.clone() });
        }
        Ok(())
    }

    /// A record fails that never was in a batch: a line that a source cannot read.
    pub fn reject_record(&mut self, record: Record<'_>, fault: Fault) {
        let mut builder = BatchBuilder::default();
        builder.push(record);
        self.rejections.push(Rejection { records: builder.finish(), fault });
    }

    /// What the call staged, taken out for commit.
    pub fn take(&mut self) -> (Vec<Emission>, Vec<Rejection>) {
        self.input = None;
        (std::mem::take(&mut self.emissions), std::mem::take(&mut self.rejections))
    }

    fn stage(&mut self, port: Port, batch: RecordBatch) {
        if !batch.is_empty() {
            self.emissions.push(Emission { port, batch });
        }
    }

    fn check_port(&self, port: Port) -> Result<(), Violation> {
        if port.0 < self.ports || port == Port::LATE {
            return Ok(());
        }
        Err(Violation::UnknownPort { port: port.0, ports: self.ports })
    }

    fn charge(&mut self, bytes: usize) -> Result<(), Violation> {
        self.bytes = self.bytes.saturating_add(bytes).saturating_add(EMISSION_BYTES);
        // The fixed part of each emission must not make a single large batch fail.
        if self.bytes > self.bytes_allowed.saturating_add(EMISSION_BYTES) {
            return Err(Violation::TooLarge { bytes: self.bytes, bytes_max: self.bytes_allowed });
        }
        Ok(())
    }

    /// The input, if `rows` are rows of it in order.
    fn rows_of_input(&self, rows: &[u32]) -> Result<RecordBatch, Violation> {
        let records = self.input.as_ref().map_or(0, RecordBatch::len);
        if let Some(pair) = rows.windows(2).find(|pair| pair[0] >= pair[1]) {
            return Err(Violation::RowsNotIncreasing { before: pair[0], row: pair[1] });
        }
        match (rows.last(), &self.input) {
            (Some(&row), _) if row as usize >= records => {
                Err(Violation::RowOutOfRange { row, records })
            }
            (_, Some(input)) => Ok(input.clone()),
            (_, None) => Ok(BatchBuilder::default().finish()),
        }
    }
}
