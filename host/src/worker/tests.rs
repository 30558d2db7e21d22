//! Workers in one process.
