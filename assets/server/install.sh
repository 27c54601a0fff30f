#!/bin/sh
# Makes a server for ovop, or brings the program of one up to date; what is there stays as it is. As root:
#
#     sh assets/server/install.sh target/release/ovop maria
#
# The last word is the name of the first admin. What each step is for: ovop manual server. With DESTDIR the files are put
# below that folder, for a package, and nothing else is done.
set -eu
umask 022

program=${1:?which program? sh install.sh target/release/ovop NAME}
admin=${2:-}
root=${DESTDIR:-}
here=$(dirname "$0")
data=/var/lib/ovop

say() { printf '%s\n' "$*"; }

if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
    say "install.sh: this needs root" >&2
    exit 1
fi

# One that does not start here (another kind of machine, half a copy) takes the place of none.
"$program" --version > /dev/null

# The program, its manual page, and completions for three shells.
install -d "$root/usr/bin" "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions" \
    "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
install -m 0755 "$program" "$root/usr/bin/ovop.new"
mv "$root/usr/bin/ovop.new" "$root/usr/bin/ovop"
"$program" man > "$root/usr/share/man/man1/ovop.1"
"$program" completions bash > "$root/usr/share/bash-completion/completions/ovop"
"$program" completions zsh > "$root/usr/share/zsh/vendor-completions/_ovop"
"$program" completions fish > "$root/usr/share/fish/vendor_completions.d/ovop.fish"

# Settings, the part of sshd's for the account, and the keeper.
install -d -m 0755 "$root/etc/ovop" "$root/etc/ssh/sshd_config.d" "$root/etc/systemd/system"
if [ ! -e "$root/etc/ovop/config.toml" ]; then
    say "database = \"$data/ovop.db\"" > "$root/etc/ovop/config.toml"
    chmod 0644 "$root/etc/ovop/config.toml"
fi
if [ ! -e "$root/etc/ssh/sshd_config.d/ovop.conf" ]; then
    install -m 0644 "$here/sshd.conf" "$root/etc/ssh/sshd_config.d/ovop.conf"
fi
install -m 0644 "$here/ovop-keeper.service" "$root/etc/systemd/system/ovop-keeper.service"

if [ -n "$root" ]; then
    exit 0
fi

# The account: a home that it cannot write to, a shell that reads no file of it, a password that nobody has.
if ! id ovop > /dev/null 2>&1; then
    useradd --system --home-dir /etc/ovop --no-create-home --shell /bin/sh ovop
    usermod -p '*' ovop
fi
[ -d "$data" ] || install -d -o ovop -g ovop -m 0700 "$data"
[ -e "$data/ovop.db" ] || runuser -u ovop -- ovop init --folder "$data"
if [ -n "$admin" ] && ! runuser -u ovop -- ovop user list --json | grep -q '"name"'; then
    runuser -u ovop -- ovop user add "$admin" --role admin
fi
[ -e /etc/ovop/keys ] || install -m 0644 /dev/null /etc/ovop/keys

if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable ovop-keeper
    systemctl restart ovop-keeper
    systemctl reload ssh 2> /dev/null || systemctl reload sshd 2> /dev/null || say "reload sshd, so that it reads /etc/ssh/sshd_config.d/ovop.conf"
else
    say "start the keeper as a service of your system: ovop keeper, as the account ovop"
    say "or, for a backup every night, a line for cron in /etc/cron.d/ovop: 17 2 * * * ovop /usr/bin/ovop backup"
    say "reload sshd, so that it reads /etc/ssh/sshd_config.d/ovop.conf"
fi
# What sshd would do for the account; without keys of its own machine it does not say.
settings=$(PATH=$PATH:/usr/sbin:/sbin sshd -T -C user=ovop,host=localhost,addr=127.0.0.1 2> /dev/null || true)
case $settings in
    "" | *"authorizedkeysfile /etc/ovop/keys"*) ;;
    *) say "sshd does not read /etc/ssh/sshd_config.d/ovop.conf: its sshd_config needs Include /etc/ssh/sshd_config.d/*.conf" >&2 ;;
esac
runuser -u ovop -- ovop doctor
