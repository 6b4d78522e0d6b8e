/** What stands in for the one function that obtains a ServiceController. The server's name says what goes wrong. */
export const SERVICES = `function Get-ServiceControl {
    param ($Name, $Server)
    if ($Server -eq 'DENIED') {
        $why = [System.ComponentModel.Win32Exception]::new(5, 'Access is denied.')
        throw [System.InvalidOperationException]::new('Cannot open the service.', $why)
    }
    if ($null -eq $global:Controls) { $global:Controls = @{} }
    if ($null -ne $global:Controls[$Server]) { return $global:Controls[$Server] }
    $status = 'Running'
    if ($Server -eq 'STOPPED') { $status = 'Stopped' }
    if ($Server -eq 'STARTING') { $status = 'StartPending' }
    $dependents = @()
    if ($Server -eq 'NEEDED') { $dependents = @([pscustomobject]@{ ServiceName = 'ThirdParty'; Status = 'Running' }) }
    $control = [pscustomobject]@{
        ServiceName = $Name; Server = $Server; Status = $status; DependentServices = $dependents
        Next = $null; Due = 0; Clock = [System.Diagnostics.Stopwatch]::StartNew()
    }
    $control | Add-Member -MemberType ScriptMethod -Name 'Refresh' -Value {
        if ($null -ne $this.Next -and $this.Clock.ElapsedMilliseconds -ge $this.Due) {
            $this.Status = $this.Next
            $this.Next = $null
        }
    }
    $control | Add-Member -MemberType ScriptMethod -Name 'Stop' -Value {
        Add-Content -LiteralPath $env:STUB_LOG -Value ('stop ' + $this.ServiceName)
        $this.Status = 'StopPending'
        if ($this.Server -ne 'STUCK') { $this.Next = 'Stopped' }
        $this.Due = $this.Clock.ElapsedMilliseconds + 100
        if (@('SLOW', 'DRAINS') -contains $this.Server) { $this.Due += 2000 }
    }
    $control | Add-Member -MemberType ScriptMethod -Name 'Start' -Value {
        Add-Content -LiteralPath $env:STUB_LOG -Value ('start ' + $this.ServiceName)
        if ($this.Server -eq 'FAILS') {
            $why = [System.ComponentModel.Win32Exception]::new(1069, 'The logon failed.')
            throw [System.InvalidOperationException]::new('Cannot start the service.', $why)
        }
        $this.Status = 'StartPending'
        if (@('DOWN', 'DRAINS') -notcontains $this.Server) { $this.Next = 'Running' }
        $this.Due = $this.Clock.ElapsedMilliseconds + 100
    }
    $control | Add-Member -MemberType ScriptMethod -Name 'WaitForStatus' -Value { throw 'never called' }
    $control | Add-Member -MemberType ScriptMethod -Name 'Dispose' -Value { $this.Next = $this.Next }
    $global:Controls[$Server] = $control
    return $control
}
`;

/** What lets a service that stops late be waited for 3 s, not for minutes. */
export const LATE_STOP = `function Get-LateStopLimit {
    return 3000
}
`;
