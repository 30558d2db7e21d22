//! One function body: what of it makes compilers slow. Reads each byte once and keeps nothing.

use wasmparser::{BlockType, FunctionBody, Operator};

use super::footprint::Frame;

/// What counts of a body; all are claims of the body, none is validated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) bytes: u64,
    pub(super) locals: u64,
    pub(super) branch_targets: u64,
    pub(super) block_depth: u64,
    /// Of calls; and of branches, each as wide as the widest block.
    pub(super) operands: u64,
}

/// Bytes and locals, which cost nothing to know.
pub(super) fn header(body: &FunctionBody<'_>) -> wasmparser::Result<Body> {
    let range = body.range();
    let mut header = Body { bytes: range.end.saturating_sub(range.start), ..Body::default() };
    for local in body.get_locals_reader()? {
        let (count, _) = local?;
        header.locals = header.locals.saturating_add(u64::from(count));
    }
    Ok(header)
}

/// Adds what only the instructions tell. It is the function `index` of `module`.
pub(super) fn read(
    body: &FunctionBody<'_>,
    header: Body,
    module: &Frame,
    index: usize,
) -> wasmparser::Result<Body> {
    let mut found = header;
    let (mut depth, mut branches) = (0_u64, 0_u64);
    let of_type = |index: u32| module.type_operands.get(index as usize).copied().unwrap_or(0);
    let of_function =
        |index: u32| module.function_operands.get(index as usize).copied().unwrap_or(0);
    // The body is a block too, and branches may leave it.
    let mut widest = module.function_operands.get(index).copied().unwrap_or(0);
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                depth += 1;
                found.block_depth = found.block_depth.max(depth);
                branches += 1;
                widest = widest.max(match blockty {
                    BlockType::Empty => 0,
                    BlockType::Type(_) => 1,
                    BlockType::FuncType(index) => of_type(index),
                });
            }
            Operator::End => depth = depth.saturating_sub(1),
            Operator::Br { .. } | Operator::BrIf { .. } | Operator::Return => branches += 1,
            Operator::BrTable { targets } => {
                // The default is a target too.
                let targets = u64::from(targets.len()) + 1;
                found.branch_targets += targets;
                branches += targets;
            }
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                found.operands += of_function(function_index);
            }
            Operator::CallIndirect { type_index, .. }
            | Operator::ReturnCallIndirect { type_index, .. } => {
                found.operands += of_type(type_index);
            }
            _ => {}
        }
    }
    found.operands = found.operands.saturating_add(branches.saturating_mul(widest));
    Ok(found)
}
