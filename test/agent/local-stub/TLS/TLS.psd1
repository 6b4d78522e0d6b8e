@{
    RootModule = 'TLS.psm1'
    ModuleVersion = '1.0'
    GUID = '5d8b6f0e-3f5c-4a53-9b9c-2f5f4a3c6e11'
    FunctionsToExport = @('Get-TlsCipherSuite', 'Enable-TlsCipherSuite', 'Disable-TlsCipherSuite', 'Get-TlsEccCurve')
    CmdletsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
