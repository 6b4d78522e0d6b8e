/** What stands in for a remote session: one of this process, with the cmdlets of the module `$env:STUB_MODULE`. */
export const REMOTE = `function New-SessionRunspace {
    param ($Endpoint)
    $setup = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
    $setup.ImportPSModule([string[]]@($env:STUB_MODULE))
    return [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($setup)
}
`;
