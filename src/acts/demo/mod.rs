//! A sample office.
