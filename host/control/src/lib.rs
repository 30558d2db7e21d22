//! Who may run what, where.
