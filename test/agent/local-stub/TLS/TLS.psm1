# Stands in for the module TLS of Windows: found by its name on PSModulePath, loaded by the first call. The cmdlets that
# change something tell what they were given. Enable-TlsEccCurve and Disable-TlsEccCurve are missing on purpose.

function Get-TlsCipherSuite {
    [CmdletBinding()]
    param ([string]$Name)
    if ($Name -eq 'sleep') { Start-Sleep -Seconds 120 }
    foreach ($suite in @('TLS_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384')) {
        if ($suite.Contains($Name)) {
            [pscustomobject]@{
                Name = $suite; CipherLength = [uint32]256; Protocols = [uint32[]](771, 772); Process = $PID
            }
        }
    }
}

function Show-Bound {
    param ($Bound)
    foreach ($name in ($Bound.Keys | Sort-Object)) {
        [pscustomobject]@{ Parameter = $name; Text = [string]$Bound[$name]; Type = $Bound[$name].GetType().Name }
    }
}

function Enable-TlsCipherSuite {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param ([Parameter(Mandatory)][string]$Name, [uint32]$Position)
    if ($PSCmdlet.ShouldProcess($Name, 'enable')) { Show-Bound -Bound $PSBoundParameters }
}

function Disable-TlsCipherSuite {
    [CmdletBinding(SupportsShouldProcess)]
    param ([Parameter(Mandatory)][string]$Name)
    Write-Error -Message 'no such suite' -Category ObjectNotFound
}

function Get-TlsEccCurve {
    [CmdletBinding()]
    param ()
    'curve25519'
    'NistP256'
}
