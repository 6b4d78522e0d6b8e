/** What `exchange-tls --help` prints. */
export const USAGE = `Usage: exchange-tls restart-transport --server <name> [--server <name> ...] [options]

Restarts the transport services (MSExchangeFrontEndTransport and MSExchangeTransport, as far as the server's
roles have them) of one server after another. The next server is touched only when the services of the one
before run and all its receive connectors' bindings listen (Test-SmtpConnectivity).

  --server <name>       Short name or FQDN; repeated, in the order of the restarts.
  --timeout <seconds>   Most that one server may take, 1 to 3600. Default 300. Only a service that has not stopped
                        by then is waited for longer, up to 300 seconds, so that it can be started again.
  --connection <file>   JSON file with the connection of the program: { "host", "username", "hostKey", ... }.
                        Default: the environment variable EXCHANGE_TLS_CONNECTION, the same JSON as text.
  --json                One JSON object on stdout; progress goes to stderr.
  -h, --help            This text.

Credentials are those of the provider: EXCHANGE_TLS_PASSWORD, or what the connection names (passwordFile,
privateKeyFile, sshAgent).

Exit codes:
  0  all servers were restarted, and their bindings listen
  1  stopped on the way: a server did not come back, an answer was lost, or Ctrl-C; the error says where it stands
  2  the arguments or the connection cannot be used
  3  nothing was restarted: refused (an unknown server, a service that was not running before) or not reached
`;
