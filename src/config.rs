//! Settings in layers: built in, then /etc/ovop/config.toml, then the user's file, then flags.
