@node "%~dp0..\stand-in.cjs" %*
