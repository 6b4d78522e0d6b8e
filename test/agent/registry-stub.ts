/** Where the agent may do as it likes; everything that the stub holds at first is below it. */
export const SCHANNEL = "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL";

/**
 * What stands in for the one function that obtains a registry: keys with the methods of RegistryKey and its manners,
 * e.g. that a DWord is an Int32 in both directions. They note what is opened, made, written, deleted and closed. A key
 * named Denied cannot be read, one named ReadOnly cannot be written.
 */
export const REGISTRY = `function Get-RegistryRoot {
    param ($View)
    if ($null -eq $global:Views) {
        $global:Views = @{ '64' = @{}; '32' = @{} }
        $add = {
            param ($Path, $Values)
            $names = $Path.Split('\\')
            for ($last = 0; $last -lt $names.Length; $last += 1) {
                $upper = $names[0..$last] -join '\\'
                if (-not $global:Views['64'].ContainsKey($upper)) { $global:Views['64'][$upper] = @{} }
            }
            $global:Views['64'][$Path] = $Values
        }
        & $add '${SCHANNEL}\\Ciphers\\RC4 40/128' @{ Enabled = @{ Kind = 'DWord'; Data = -1 } }
        & $add '${SCHANNEL}\\Ciphers\\RC4 40' @{}
        & $add '${SCHANNEL}\\Denied' @{}
        & $add '${SCHANNEL}\\ReadOnly' @{}
        & $add '${SCHANNEL}\\Odd' @{
            alpha = @{ Kind = 'String'; Data = '' }
            Big = @{ Kind = 'QWord'; Data = [long]-1 }
            Bytes = @{ Kind = 'Binary'; Data = [byte[]](1, 2, 255) }
            High = @{ Kind = 'DWord'; Data = [int]::MinValue }
            List = @{ Kind = 'MultiString'; Data = [string[]]@('b', 'a') }
            Nobody = @{ Kind = 'MultiString'; Data = [string[]]@() }
            Nothing = @{ Kind = 'None'; Data = [byte[]]@() }
            Path = @{ Kind = 'ExpandString'; Data = '%PATH%\\x' }
            Short = @{ Kind = 'DWord'; Data = [byte[]](1, 2) }
            Strange = @{ Kind = 'Unknown'; Data = $null }
            Text = @{ Kind = 'String'; Data = '1' }
            Zero = @{ Kind = 'DWord'; Data = 0 }
        }
        $global:MakeKey = {
            param ($Tree, $Path, $Writable)
            Add-Content -LiteralPath $env:STUB_LOG -Value ('open ' + $Path)
            $key = [pscustomobject]@{ Tree = $Tree; Path = $Path; Writable = $Writable; Closed = $false }
            $key | Add-Member -MemberType ScriptMethod -Name 'Enter' -Value {
                param ($Write, $Name)
                if ($this.Closed) { throw [System.ObjectDisposedException]::new('RegistryKey') }
                if ($Write -and -not $this.Writable) { throw [System.NotSupportedException]::new('opened for reading') }
                if ($null -ne $Name) { return ((@($this.Path, $Name) -ne '') -join '\\') }
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'OpenSubKey' -Value {
                param ($Name, $Writable)
                $path = $this.Enter($false, $Name)
                if ($path -like '*\\Denied') { throw [System.Security.SecurityException]::new('Not allowed.') }
                if ($Writable -and $path -like '*\\ReadOnly') { throw [System.Security.SecurityException]::new('No.') }
                if (-not $this.Tree.ContainsKey($path)) { return $null }
                return (& $global:MakeKey $this.Tree $path ([bool]$Writable))
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'CreateSubKey' -Value {
                param ($Name)
                $path = $this.Enter($true, $Name)
                if ($path -like '*\\ReadOnly') { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
                $names = $path.Split('\\')
                for ($last = 0; $last -lt $names.Length; $last += 1) {
                    $upper = $names[0..$last] -join '\\'
                    if (-not $this.Tree.ContainsKey($upper)) {
                        $this.Tree[$upper] = @{}
                        Add-Content -LiteralPath $env:STUB_LOG -Value ('make ' + $upper)
                    }
                }
                return (& $global:MakeKey $this.Tree $path $true)
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'DeleteSubKey' -Value {
                param ($Name, $Throw)
                $path = $this.Enter($true, $Name)
                if (@($this.Tree.Keys -like ($path + '\\*')).Count -gt 0) {
                    throw [System.InvalidOperationException]::new('The key has keys below it.')
                }
                $this.Tree.Remove($path)
                Add-Content -LiteralPath $env:STUB_LOG -Value ('drop ' + $path)
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'GetSubKeyNames' -Value {
                $prefix = $this.Enter($false, '')
                $below = @($this.Tree.Keys -like ($prefix + '\\*'))
                $names = @(foreach ($path in $below) { $path.Substring($prefix.Length + 1) })
                return , [string[]]@($names -notlike '*\\*')
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'GetValueNames' -Value {
                $path = $this.Enter($false, '')
                return , [string[]]@($this.Tree[$path].Keys)
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'GetValueKind' -Value {
                param ($Name)
                $value = $this.Tree[$this.Enter($false, '')][$Name]
                if ($null -eq $value) { throw [System.IO.IOException]::new('The value does not exist.') }
                return $value.Kind
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'GetValue' -Value {
                param ($Name, $Default, $Options)
                $value = $this.Tree[$this.Enter($false, '')][$Name]
                if ($null -eq $value -or $null -eq $value.Data) { return $Default }
                if ($value.Kind -eq 'ExpandString' -and $Options -ne 'DoNotExpandEnvironmentNames') { return 'expanded' }
                return , $value.Data
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'SetValue' -Value {
                param ($Name, $Data, $Kind)
                $path = $this.Enter($true, '')
                $fits = $Data -is [string]
                if ($Kind -eq 'DWord') { $fits = $Data -is [int] }
                if ($Kind -eq 'QWord') { $fits = $Data -is [long] }
                if ($Kind -eq 'MultiString') { $fits = $Data -is [string[]] }
                if ($Kind -eq 'Binary' -or $Kind -eq 'None') { $fits = $Data -is [byte[]] }
                if (-not $fits) { throw [System.ArgumentException]::new('The data does not match the kind.') }
                $this.Tree[$path][$Name] = @{ Kind = $Kind; Data = $Data }
                Add-Content -LiteralPath $env:STUB_LOG -Value ('set ' + $path + ' ' + $Name)
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'DeleteValue' -Value {
                param ($Name, $Throw)
                $path = $this.Enter($true, '')
                if (-not $this.Tree[$path].ContainsKey($Name)) {
                    if ($Throw) { throw [System.ArgumentException]::new('No value exists with that name.') }
                    return
                }
                $this.Tree[$path].Remove($Name)
                Add-Content -LiteralPath $env:STUB_LOG -Value ('unset ' + $path + ' ' + $Name)
            }
            $key | Add-Member -MemberType ScriptMethod -Name 'Dispose' -Value {
                $this.Closed = $true
                Add-Content -LiteralPath $env:STUB_LOG -Value ('close ' + $this.Path)
            }
            return $key
        }
    }
    return (& $global:MakeKey $global:Views[[string]$View] '' $true)
}
`;

/** What stands in for the one function that asks Windows when it was started. */
export const BOOT = `function Get-BootTime {
    return [datetime]::new(2026, 1, 2, 3, 4, 5, 678, [System.DateTimeKind]::Utc)
}
`;

/** A computer whose management service does not answer. */
export const NO_BOOT = `function Get-BootTime {
    throw [System.TimeoutException]::new('The service did not answer.')
}
`;
