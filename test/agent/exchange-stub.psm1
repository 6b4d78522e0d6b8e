# Stands in for an Exchange session: imported into a process of its own, its cmdlets tell what they were given and fail
# in the shapes that real ones were seen to fail in. Remove-SendConnector is missing on purpose.

function Get-Kind {
    param ($Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [securestring]) { return 'secure' }
    if ($Value -is [pscredential]) { return 'credential' }
    if ($Value -is [byte[]]) { return 'bytes' }
    if ($Value -is [bool] -or $Value -is [switch]) { return 'boolean' }
    if ($Value -is [int]) { return 'int' }
    if ($Value -is [double]) { return 'double' }
    if ($Value -is [string]) { return 'text' }
    if ($Value -is [System.Collections.IDictionary]) { return 'merge' }
    if ($Value -is [System.Collections.IEnumerable]) { return 'list' }
    return $Value.GetType().FullName
}

function Get-Text {
    param ($Value, $Kind)
    switch ($Kind) {
        'null' { return }
        'secure' { return [System.Net.NetworkCredential]::new('', $Value).Password }
        'credential' { return @($Value.UserName, $Value.GetNetworkCredential().Password) }
        'bytes' { return [System.Convert]::ToBase64String($Value) }
        'merge' { return @(foreach ($key in ($Value.Keys | Sort-Object)) { $key + '=' + ($Value[$key] -join '|') }) }
        'list' { return @(foreach ($item in $Value) { [string]$item }) }
        default { return [string]$Value }
    }
}

function Show-Bound {
    param ($Bound)
    foreach ($name in ($Bound.Keys | Sort-Object)) {
        $kind = Get-Kind -Value $Bound[$name]
        [pscustomobject]@{
            Parameter = $name
            Kind = $kind
            Texts = @(Get-Text -Value $Bound[$name] -Kind $kind)
        }
    }
}

function New-Record {
    param ($Text, $Id, $Category)
    $exception = [System.TimeoutException]::new($Text)
    return [System.Management.Automation.ErrorRecord]::new($exception, $Id, $Category, $null)
}

$remoteId = '[Server=EX01,RequestId=11111111-2222-3333-4444-555555555555,TimeStamp=01/02/2026 03:04:05] ' +
    '[FailureCategory=Cmdlet-ManagementObjectNotFoundException] 1082ECE3'

function Get-ExchangeServer {
    [CmdletBinding()]
    param ($Identity, $DomainController)
    if ($env:STUB_DIRECTORY -eq 'away') {
        $PSCmdlet.WriteError((New-Record -Text 'no credentials' -Id $remoteId -Category 'NotSpecified'))
        return
    }
    if ($env:STUB_DIRECTORY -eq 'mixed') {
        [pscustomobject]@{ Name = 'EDGE01'; Fqdn = 'edge01.contoso.com'; IsEdgeServer = $true }
        [pscustomobject]@{ Name = 'UM01'; Fqdn = 'um01.contoso.com'; IsEdgeServer = $false }
    }
    [pscustomobject]@{
        Name = 'EX01'; Fqdn = 'ex01.contoso.com'; AdminDisplayVersion = 'Version 15.2 (Build 1544.4)'
        IsEdgeServer = $env:STUB_DIRECTORY -eq 'edge'; OriginatingServer = 'dc01.contoso.com'
        IsMailboxServer = $env:STUB_DIRECTORY -ne 'edge'
    }
    [pscustomobject]@{ Name = 'EX02'; Fqdn = 'ex02.contoso.com'; AdminDisplayVersion = 'Version 15.2 (Build 1.1)' }
}

function Get-SendConnector {
    [CmdletBinding()]
    param ([string]$Identity, $DomainController)
    switch ($Identity) {
        'echo' { Show-Bound -Bound $PSBoundParameters }
        'objects' {
            [pscustomobject]@{
                Name = 'gr' + [char]0xf6 + [char]0xdf + 'e ' + [char]0x6f22 + [char]0xd83d + [char]0xde00
                Empty = @()
                One = @('only')
                Holes = @('a', $null, 'b')
                Flags = [System.Text.RegularExpressions.RegexOptions]'IgnoreCase, Multiline'
                Choice = [System.DayOfWeek]::Monday
                Choices = @([System.DayOfWeek]::Monday, [System.DayOfWeek]::Friday)
                When = [datetime]::new(2026, 1, 2, 3, 4, 5, 678, [System.DateTimeKind]::Utc)
                Whens = @([datetime]::new(2026, 1, 2, 3, 4, 5, 678, [System.DateTimeKind]::Utc))
                Span = [timespan]'00:10:00'
                Id = [guid]'11111111-2222-3333-4444-555555555555'
                Number = 25
                Big = [long]9007199254740993
                Half = 1.5
                NotANumber = [double]::NaN
                Yes = $true
                No = $false
                Nothing = $null
                Text = '2026-01-02T03:04:05Z'
                Blank = ''
                Bytes = [byte[]](1, 2, 3)
                Hidden = 'never selected'
            }
        }
        'many' { foreach ($number in 1..5000) { [pscustomobject]@{ Number = $number; Name = "connector $number" } } }
        'warnings' {
            Write-Warning -Message 'first'
            Write-Warning -Message 'second'
            [pscustomobject]@{ Name = 'warned' }
        }
        'chatter' {
            Write-Host 'host text'
            Write-Progress -Activity 'working' -PercentComplete 50
            [pscustomobject]@{ Name = 'quiet' }
        }
        'sleep' { Start-Sleep -Seconds 120 }
        'error' { $PSCmdlet.WriteError((New-Record -Text 'not there' -Id $remoteId -Category 'ObjectNotFound')) }
        'output and error' {
            [pscustomobject]@{ Name = 'half' }
            $PSCmdlet.WriteError((New-Record -Text 'other half' -Id 'Half' -Category 'InvalidData'))
        }
        'terminating' {
            $PSCmdlet.ThrowTerminatingError((New-Record -Text 'no' -Id 'Fatal' -Category 'PermissionDenied'))
        }
        'thrown text' { throw 'just a text' }
        'thrown exception' { throw [System.InvalidOperationException]::new('an exception') }
        'question' { $null = $PSCmdlet.ShouldContinue('sure?', 'question') }
        'server' { [pscustomobject]@{ Name = [string]$PID } }
    }
}

function New-SendConnector {
    [CmdletBinding(SupportsShouldProcess)]
    param (
        [Parameter(Mandatory)][string]$Name,
        [string[]]$AddressSpaces,
        [ValidateRange(0, 65535)][int]$Port,
        [bool]$Enabled,
        [System.DayOfWeek]$ProtocolLoggingLevel,
        $Comment
    )
    if ($Comment -is [securestring]) { throw ([System.Net.NetworkCredential]::new('', $Comment).Password + ' is bad') }
    Show-Bound -Bound $PSBoundParameters
}

function Set-SendConnector {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param ($Identity, $Comment, $AddressSpaces, $Enabled, $Port, $Fqdn, $TlsDomain)
    if ($Identity -eq 'die') { [System.Environment]::Exit(3) }
    if ($PSCmdlet.ShouldProcess('connector', 'set')) { Show-Bound -Bound $PSBoundParameters }
}

function Get-TransportConfig {
    [CmdletBinding()]
    param ($DomainController)
    [pscustomobject]@{ TLSSendDomainSecureList = @('fabrikam.com') }
}

function Set-TransportConfig {
    [CmdletBinding(SupportsShouldProcess)]
    param ($TLSSendDomainSecureList)
    Show-Bound -Bound $PSBoundParameters
}

Export-ModuleMember -Function '*-SendConnector', '*-TransportConfig', 'Get-ExchangeServer'
