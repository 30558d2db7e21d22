//! A host's care of its workers.
