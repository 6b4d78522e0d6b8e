/** What `exchange-tls --help` prints. */
export const USAGE = `Usage: exchange-tls restart-transport --server <name> [--server <name> ...] [options]
       exchange-tls export [options]

exchange-tls restart-transport

Restarts the transport services (MSExchangeFrontEndTransport and MSExchangeTransport, as far as the server's
roles have them) of one server after another. The next server is touched only when the services of the one
before run and all its receive connectors' bindings listen (Test-SmtpConnectivity).

  --server <name>       Short name or FQDN; repeated, in the order of the restarts.
  --timeout <seconds>   Most that one server may take, 1 to 3600. Default 300. Only a service that has not stopped
                        by then is waited for longer, up to 300 seconds, so that it can be started again.
  --change-window <w>   When restarts are allowed, e.g. 'Sat 22:00-02:00 Europe/Berlin', or a JSON list of windows.
                        Default: the environment variable EXCHANGE_TLS_CHANGE_WINDOW. Outside, nothing is restarted
                        unless EXCHANGE_TLS_OUTSIDE_WINDOW says why.
  --audit-log <file>    File to which one JSON line is appended for each restart that is sent.
                        Default: the environment variable EXCHANGE_TLS_AUDIT_LOG.
  --json                One JSON object on stdout; progress goes to stderr.

exchange-tls export

Writes what is live as a Pulumi program (index.ts) and as a file for pulumi import (import.json). Nothing on the servers
is changed. Default: all send connectors, the receive connectors that Exchange did not make itself, and the
organisation's secure-domain lists.

  --connector <name>    Only connectors of this name, e.g. 'To Fabrikam' or 'EX01\\Relay'; repeated.
  --server <name>       Only receive connectors of this server; repeated.
  --kind <kind>         send, receive or lists; repeated. Default: all three, with --connector the first two.
  --built-in            Connectors that Exchange made itself as well.
  --schannel            SCHANNEL, .NET and WinHTTP settings of the machine that is logged on to as well.
  --all-properties      Every property that the server shows. Default: what has to do with TLS or says where a connector
                        applies, and the comment.
  --out <folder>        Where the files go. Default: exchange-export.
  --force               Write over files that are there.

Both:

  --connection <file>   JSON file with the connection of the program: { "host", "username", "hostKey", ... }.
                        Default: the environment variable EXCHANGE_TLS_CONNECTION, the same JSON as text.
  -h, --help            This text.
  --version             Version of this package.

Credentials are those of the provider: EXCHANGE_TLS_PASSWORD, or what the connection names (passwordFile,
privateKeyFile, sshAgent).

Exit codes:
  0  all servers were restarted, and their bindings listen; or both files were written
  1  restart-transport: stopped on the way: a server did not come back, an answer was lost, the change window ended, a
     restart could not be put on record, or Ctrl-C; the error says where it stands. export: both files were written
     without the objects that stderr names
  2  the arguments, the connection or the change window's text cannot be used
  3  nothing was restarted or written: refused (an unknown name, a service that was not running before, outside the
     change window, an audit log that cannot be written, a file that is there already) or not reached
`;
