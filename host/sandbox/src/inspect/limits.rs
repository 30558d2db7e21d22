//! How large and how intricate an uploaded plugin may be. Each number is generous to what compilers make of real
//! programs and mean to what is built to exhaust the compiler or the pool of instances.

/// What [`inspect`](super::inspect) refuses beyond. Counts are summed over everything nested in the plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the upload. A language runtime compiled to WebAssembly takes 10 to 20 MB.
    pub component_bytes_max: u64,
    /// Initial memory, all memories of all instances summed: the operator's memory limit, since a plugin that starts
    /// above it can never start.
    pub memory_bytes_max: u64,
    /// Initial elements of all tables summed: the operator's table limit.
    pub table_elements_max: u64,
    /// Elements that segments write into tables: a program fills each element once, so a few times the tables.
    pub segment_elements_max: u64,
    /// Body of one function. Cranelift's time grows faster than the body: 2.2 MB took it 11.7 s, while the largest
    /// function of a Rust plugin has some tens of KiB.
    pub function_bytes_max: u64,
    /// Locals of one function, each a variable for the register allocator. Optimised code has some hundreds.
    pub function_locals_max: u64,
    /// Targets of all `br_table`s of one function: each is an edge of the control flow graph, and 58 KB of them, nested,
    /// took Cranelift 1.07 s. A match on every byte value has 256; the loop of CPython 3.14, which copies its dispatch
    /// behind many instructions, has 15,849.
    pub function_branch_targets_max: u64,
    /// Targets of all `br_table`s of the plugin: 16 functions at their limit.
    pub branch_targets_max: u64,
    /// Blocks, loops and ifs inside each other. A match with n arms nests n blocks.
    pub block_depth_max: u64,
    /// Operands of all calls and branches: validation visits each, so a byte of code can cost as much as its callee has
    /// parameters. A call in 10 bytes, with 5 operands, gives an eighth of this in the largest plugin.
    pub operands_max: u64,
    /// Parameters of a core function: validation and compilation visit each at every call. The canonical ABI needs 17.
    pub params_max: u64,
    /// Results of a core function or block, visited at every branch. Compilers return one, or a few.
    pub results_max: u64,
    /// Core modules. A plugin linked from shared libraries has some tens; others have up to 3.
    pub modules_max: u64,
    /// Components nested in the plugin. Composed plugins have some.
    pub components_max: u64,
    /// Modules and components inside each other. Composition nests one level for each step.
    pub nesting_depth_max: u64,
    /// Core instances, counted as often as the component around them is instantiated: nesting multiplies.
    pub instances_max: u64,
    /// Memories of all instances. A plugin needs 1; each reserves 4 GiB of addresses.
    pub memories_max: u64,
    /// Tables of all instances. A plugin has 1, and 1 for the shims of its encoding.
    pub tables_max: u64,
    /// Globals: each takes 16 bytes of every instance.
    pub globals_max: u64,
    /// Types of core modules. An interpreter of a whole language has some thousands.
    pub types_max: u64,
    /// Types of components, those inside other types included. The guest interface has 51.
    pub component_types_max: u64,
    /// Bytes that declare the types of one core module, decoded at once, into about 20 times their size.
    pub type_bytes_max: u64,
    /// Bytes of a component outside its modules: types, imports, instances, aliases, exports. A few KiB as a rule.
    pub interface_bytes_max: u64,
    /// Functions. An interpreter of a whole language has some ten thousands.
    pub functions_max: u64,
    /// Imports of core modules and components.
    pub imports_max: u64,
    /// Exports of core modules and components.
    pub exports_max: u64,
    /// Segments of data and of elements.
    pub segments_max: u64,
    /// Name of an import or export; longer than any mangled symbol that is still read by anybody.
    pub name_bytes_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            component_bytes_max: 32 << 20,
            memory_bytes_max: 64 << 20,
            table_elements_max: 16_384,
            segment_elements_max: 65_536,
            function_bytes_max: 512 << 10,
            function_locals_max: 10_000,
            function_branch_targets_max: 16_384,
            branch_targets_max: 262_144,
            block_depth_max: 1_024,
            operands_max: 128 << 20,
            params_max: 128,
            results_max: 16,
            modules_max: 64,
            components_max: 32,
            nesting_depth_max: 8,
            instances_max: 128,
            memories_max: 8,
            tables_max: 64,
            globals_max: 10_000,
            types_max: 10_000,
            component_types_max: 2_000,
            type_bytes_max: 1 << 20,
            interface_bytes_max: 1 << 20,
            functions_max: 100_000,
            imports_max: 20_000,
            exports_max: 20_000,
            segments_max: 20_000,
            name_bytes_max: 1_024,
        }
    }
}
