# The agent of pulumi-exchange-tls.
#
# It runs on the server for as long as one command of the client needs it: reads one JSON frame per line from stdin,
# runs cmdlets of the allow-list with parameters that are data, never script text, and answers with data on stdout.
# It decides nothing: comparison, merging and rules live on the client. Legal on Windows PowerShell 5.1 and on 7.
#
# Three threads: this script only reads and enqueues, a worker executes and answers, a watchdog ends the process.
# The story: allow-lists, frames, values in, values out, errors, session, services, registry, this computer, calls,
# worker, watchdog, reader, start.

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$languageMode = [string]$ExecutionContext.SessionState.LanguageMode
$nonce = [guid]::NewGuid().ToString('N')

# Up to the end of this block nothing may stand that ConstrainedLanguage forbids: it has to say why it cannot work.
if ($languageMode -ne 'FullLanguage') {
    try { $hash = (Get-FileHash -LiteralPath $PSCommandPath -Algorithm SHA256).Hash.ToLowerInvariant() }
    catch { $hash = '' }
    $hello = @{
        op = 'hello'; v = 1; nonce = $nonce; agent = $hash; languageMode = $languageMode; pid = $PID; startedMs = 0
        ps = [string]$PSVersionTable.PSVersion; edition = [string]$PSVersionTable.PSEdition
        is64 = ($env:PROCESSOR_ARCHITECTURE -ne 'x86'); culture = [string]$PSCulture
        user = [string]$env:USERNAME; computer = [string]$env:COMPUTERNAME; authenticationType = ''
    }
    $reason = 'PowerShell runs this script in ' + $languageMode + '; it needs FullLanguage. ' +
        'Let the application control of this server (AppLocker, App Control) trust the script.'
    $refusal = @{ id = $null; op = 'error'; error = @{ code = 'LanguageMode'; message = $reason; transient = $false } }
    foreach ($frame in @($hello, $refusal)) {
        $json = ConvertTo-Json -InputObject $frame -Compress -Depth 8
        '@@' + $nonce + ' ' + ($json -replace '[^\x20-\x7e]', '?')
    }
    exit 1
}

# What may be called, with which parameters. Generated from the field tables; names are passed on as spelled here.
# <allow-list>
$AllowList = @{
    'Get-ExchangeCertificate' = @(
        'DomainController', 'Server'
    )
    'Get-ExchangeServer' = @(
        'DomainController', 'Identity'
    )
    'Get-ReceiveConnector' = @(
        'DomainController', 'Identity'
    )
    'Get-SendConnector' = @(
        'DomainController', 'Identity'
    )
    'Get-TransportConfig' = @(
        'DomainController'
    )
    'Get-TransportServer' = @(
        'DomainController', 'Identity'
    )
    'Get-TransportService' = @(
        'DomainController', 'Identity'
    )
    'New-ReceiveConnector' = @(
        'AdvertiseClientSettings', 'AuthMechanism', 'AuthTarpitInterval', 'Banner',
        'BinaryMimeEnabled', 'Bindings', 'ChunkingEnabled', 'Comment', 'Confirm',
        'ConnectionInactivityTimeout', 'ConnectionTimeout', 'DefaultDomain',
        'DeliveryStatusNotificationEnabled', 'DomainController', 'DomainSecureEnabled',
        'EightBitMimeEnabled', 'EnableAuthGSSAPI', 'Enabled', 'EnhancedStatusCodesEnabled',
        'ExtendedProtectionPolicy', 'Fqdn', 'LiveCredentialEnabled', 'LongAddressesEnabled',
        'MaxAcknowledgementDelay', 'MaxHeaderSize', 'MaxHopCount', 'MaxInboundConnection',
        'MaxInboundConnectionPerSource', 'MaxInboundConnectionPercentagePerSource',
        'MaxLocalHopCount', 'MaxLogonFailures', 'MaxMessageSize', 'MaxProtocolErrors',
        'MaxRecipientsPerMessage', 'MessageRateLimit', 'MessageRateSource', 'Name', 'OrarEnabled',
        'PermissionGroups', 'PipeliningEnabled', 'ProtocolLoggingLevel',
        'RejectReservedSecondLevelRecipientDomains', 'RejectReservedTopLevelRecipientDomains',
        'RejectSingleLabelRecipientDomains', 'RemoteIPRanges', 'RequireEHLODomain', 'RequireTLS',
        'Server', 'ServiceDiscoveryFqdn', 'SizeEnabled', 'SuppressXAnonymousTls',
        'TarpitInterval', 'TlsCertificateName', 'TlsDomainCapabilities', 'TransportRole', 'Usage'
    )
    'New-SendConnector' = @(
        'AddressSpaces', 'AuthenticationCredential', 'CloudServicesMailEnabled', 'Comment',
        'Confirm', 'ConnectionInactivityTimeOut', 'ConnectorType', 'DNSRoutingEnabled',
        'DomainController', 'DomainSecureEnabled', 'Enabled', 'ErrorPolicies', 'ForceHELO',
        'Fqdn', 'FrontendProxyEnabled', 'IgnoreSTARTTLS', 'IsCoexistenceConnector',
        'IsScopedConnector', 'LinkedReceiveConnector', 'MaxMessageSize', 'Name', 'Port',
        'ProtocolLoggingLevel', 'RequireOorg', 'RequireTLS', 'SmartHostAuthMechanism',
        'SmartHosts', 'SmtpMaxMessagesPerConnection', 'SourceIPAddress', 'SourceTransportServers',
        'TlsAuthLevel', 'TlsCertificateName', 'TlsDomain', 'Usage',
        'UseExternalDNSServersEnabled'
    )
    'Remove-ReceiveConnector' = @(
        'Confirm', 'DomainController', 'Identity'
    )
    'Remove-SendConnector' = @(
        'Confirm', 'DomainController', 'Identity'
    )
    'Set-ReceiveConnector' = @(
        'AdvertiseClientSettings', 'AuthMechanism', 'AuthTarpitInterval', 'Banner',
        'BareLinefeedRejectionEnabled', 'BinaryMimeEnabled', 'Bindings', 'ChunkingEnabled',
        'Comment', 'Confirm', 'ConnectionInactivityTimeout', 'ConnectionTimeout', 'DefaultDomain',
        'DeliveryStatusNotificationEnabled', 'DomainController', 'DomainSecureEnabled',
        'EightBitMimeEnabled', 'EnableAuthGSSAPI', 'Enabled', 'EnhancedStatusCodesEnabled',
        'ExtendedProtectionPolicy', 'Fqdn', 'Identity', 'LiveCredentialEnabled',
        'LongAddressesEnabled', 'MaxAcknowledgementDelay', 'MaxHeaderSize', 'MaxHopCount',
        'MaxInboundConnection', 'MaxInboundConnectionPerSource',
        'MaxInboundConnectionPercentagePerSource', 'MaxLocalHopCount', 'MaxLogonFailures',
        'MaxMessageSize', 'MaxProtocolErrors', 'MaxRecipientsPerMessage', 'MessageRateLimit',
        'MessageRateSource', 'Name', 'OrarEnabled', 'PermissionGroups', 'PipeliningEnabled',
        'ProtocolLoggingLevel', 'ProxyEnabled', 'RejectReservedSecondLevelRecipientDomains',
        'RejectReservedTopLevelRecipientDomains', 'RejectSingleLabelRecipientDomains',
        'RemoteIPRanges', 'RequireEHLODomain', 'RequireTLS', 'ServiceDiscoveryFqdn',
        'SizeEnabled', 'SmtpUtf8Enabled', 'SuppressXAnonymousTls', 'TarpitInterval',
        'TlsCertificateName', 'TlsDomainCapabilities', 'TransportRole'
    )
    'Set-SendConnector' = @(
        'AddressSpaces', 'AuthenticationCredential', 'CloudServicesMailEnabled', 'Comment',
        'Confirm', 'ConnectionInactivityTimeOut', 'ConnectorType', 'DNSRoutingEnabled',
        'DomainController', 'DomainSecureEnabled', 'Enabled', 'ErrorPolicies', 'ForceHELO',
        'Fqdn', 'FrontendProxyEnabled', 'Identity', 'IgnoreSTARTTLS', 'IsCoexistenceConnector',
        'IsScopedConnector', 'LinkedReceiveConnector', 'MaxMessageSize', 'Name', 'Port',
        'ProtocolLoggingLevel', 'RequireOorg', 'RequireTLS', 'SmartHostAuthMechanism',
        'SmartHosts', 'SmtpMaxMessagesPerConnection', 'SourceIPAddress', 'SourceTransportServers',
        'TlsAuthLevel', 'TlsCertificateName', 'TlsDomain', 'UseExternalDNSServersEnabled'
    )
    'Set-TransportConfig' = @(
        'Confirm', 'DomainController', 'TLSReceiveDomainSecureList', 'TLSSendDomainSecureList'
    )
    'Test-SmtpConnectivity' = @(
        'Identity'
    )
}
# </allow-list>

# Cmdlets of Windows itself, which run beside the Exchange session.
$LocalAllowList = @{
    'Disable-TlsCipherSuite' = @('Confirm', 'Name')
    'Disable-TlsEccCurve' = @('Confirm', 'Name')
    'Enable-TlsCipherSuite' = @('Confirm', 'Name', 'Position')
    'Enable-TlsEccCurve' = @('Confirm', 'Name', 'Position')
    'Get-TlsCipherSuite' = @('Name')
    'Get-TlsEccCurve' = @()
}

# What may be touched of the registry, below HKEY_LOCAL_MACHINE.
$RegistryLists = @{
    # Here, and in all keys below, anything may be read and written. A key is deleted only when nothing is in it.
    Tree = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL'
    # These values of these very keys may be written.
    Write = @{
        'SOFTWARE\Microsoft\.NETFramework\v2.0.50727' = @('SchUseStrongCrypto', 'SystemDefaultTlsVersions')
        'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' = @('SchUseStrongCrypto', 'SystemDefaultTlsVersions')
        'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v2.0.50727' = @('SchUseStrongCrypto', 'SystemDefaultTlsVersions')
        'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319' = @('SchUseStrongCrypto', 'SystemDefaultTlsVersions')
        'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp' = @('DefaultSecureProtocols')
        'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp' = @('DefaultSecureProtocols')
        'SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002' = @('EccCurves', 'Functions')
    }
    # These keys may be deleted, when nothing is in them: a write makes them where they are missing.
    Delete = @(
        'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'
        'SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\WinHttp'
        'SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002'
        'SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL'
        'SOFTWARE\Policies\Microsoft\Cryptography\Configuration'
        'SOFTWARE\Policies\Microsoft\Cryptography'
    )
    # These very keys may be read, beside those with values to write: what is below Windows' own holds passwords.
    Read = @(
        'SOFTWARE\Policies\Microsoft'
        'SOFTWARE\Policies\Microsoft\Cryptography'
        'SOFTWARE\Policies\Microsoft\Cryptography\Configuration'
        'SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL'
        'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
        'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full'
        'SOFTWARE\Microsoft\Updates\UpdateExeVolatile'
        'SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'
        'SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName'
        'SYSTEM\CurrentControlSet\Control\Session Manager'
    )
    # These may be read with all keys below.
    ReadTrees = @(
        'SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
        'SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
        'SYSTEM\CurrentControlSet\Control\Cryptography\Configuration\Local\SSL\00010002'
        'SYSTEM\CurrentControlSet\Control\Lsa\FIPSAlgorithmPolicy'
    )
}

# Every function of this file: a thread of its own sees only those that are handed to it.
$AgentFunctions = @(
    'New-Refusal', 'New-AgentError', 'New-ErrorFrame', 'Hide-Secret', 'Write-Frame'
    'Split-JsonText', 'Step-JsonToken', 'ConvertFrom-JsonString', 'ConvertFrom-JsonNumber'
    'Read-JsonArray', 'Read-JsonObject', 'Read-JsonValue', 'ConvertFrom-JsonText'
    'ConvertTo-SecureText', 'ConvertTo-TextArray', 'ConvertTo-TaggedArgument', 'ConvertTo-Argument', 'Resolve-Call'
    'ConvertTo-WireDate', 'ConvertTo-WireNumber', 'ConvertTo-WireList', 'ConvertTo-WireValue', 'Select-Property'
    'Get-InnerFailure', 'Get-ExceptionTypeName', 'Test-Transient', 'ConvertTo-AgentError', 'ConvertTo-Failure'
    'Set-RunningShell', 'Clear-RunningShell', 'Stop-Shell', 'Stop-RunningShell', 'Stop-Batch'
    'ConvertTo-Endpoint', 'New-RemoteRunspace', 'New-SessionRunspace', 'Close-Session', 'Open-Session'
    'Test-SessionLost', 'Invoke-Shell'
    'Resolve-ServiceCall', 'Test-OwnComputer', 'Get-ServiceControl', 'New-ServiceRefusal', 'Get-LateStopLimit'
    'Wait-ServiceStatus', 'Restart-TransportService', 'ConvertTo-ServiceError', 'Invoke-ServiceCall'
    'Select-Name', 'Test-InTree', 'Test-RegistryAccess', 'ConvertTo-RegistryNumber', 'ConvertTo-RegistryArgument'
    'ConvertTo-RegistryData', 'Resolve-RegistryCall', 'Get-RegistryRoot', 'ConvertTo-SortedName'
    'Get-RegistryValue', 'Read-RegistryValue', 'Read-RegistryKey', 'Get-MissingKey', 'Set-RegistryValue'
    'Remove-RegistryValue', 'Remove-EmptyKey', 'Invoke-RegistryVerb', 'ConvertTo-RegistryError'
    'Invoke-RegistryCall'
    'Get-BootTime', 'Invoke-MachineCall'
    'Invoke-InSession', 'Invoke-Locally', 'ConvertTo-CallResult', 'Test-LocalCall', 'Invoke-CmdletCall'
    'Invoke-Call', 'Invoke-Batch'
    'Get-VisibleCmdlet', 'Get-NamedServer', 'Select-Server', 'Invoke-Open', 'Invoke-Worker', 'Stop-Agent', 'Watch-Agent'
    'Set-Lifetime', 'Add-Request', 'Add-Chunk', 'Receive-Frame', 'Receive-Line'
    'New-ThreadSetup', 'Start-AgentThread', 'Get-Logon', 'Get-StartupTime', 'Get-Hello'
)

# ---- Frames --------------------------------------------------------------------------------------------------------

function New-Refusal {
    <# .SYNOPSIS An exception whose code and message are meant for the client. #>
    param ($Code, $Message)
    $exception = [System.InvalidOperationException]::new($Message)
    $exception.Data['code'] = $Code
    return $exception
}

function New-AgentError {
    <# .SYNOPSIS The error object of something that no cmdlet reported. #>
    param ($Code, $Message)
    return [ordered]@{ code = $Code; message = $Message; transient = $false }
}

function New-ErrorFrame {
    <# .SYNOPSIS The answer to a request that is not carried out. #>
    param ($Id, $Problem)
    return [ordered]@{ id = $Id; op = 'error'; error = $Problem }
}

function Hide-Secret {
    <# .SYNOPSIS A text without the secrets of the request. #>
    param ($Text, $Secrets)
    $shown = [string]$Text
    foreach ($secret in $Secrets) {
        if ($secret.Length -gt 0) { $shown = $shown.Replace($secret, '***') }
    }
    return $shown
}

function Write-Frame {
    <# .SYNOPSIS Sends one frame: prefix, 7-bit JSON, LF. The only place that writes to stdout. #>
    param ($State, $Frame)
    $json = ConvertTo-Json -InputObject $Frame -Compress -Depth 8
    $special = [System.Collections.Generic.HashSet[char]]::new()
    foreach ($found in [regex]::Matches($json, '[^\x00-\x7f]')) {
        [void]$special.Add([char]$found.Value)
    }
    foreach ($char in $special) {
        $json = $json.Replace([string]$char, ('\u{0:x4}' -f [int]$char))
    }
    $bytes = [System.Text.Encoding]::ASCII.GetBytes($State.Prefix + $json + "`n")
    $slice = 65536
    [System.Threading.Monitor]::Enter($State.Stream)
    try {
        for ($at = 0; $at -lt $bytes.Length; $at += $slice) {
            $State.Stream.Write($bytes, $at, [System.Math]::Min($slice, $bytes.Length - $at))
            # A client that takes in a long answer is alive, even while its pings wait behind that answer.
            if ($at -gt 0) { $State.LastLine = $State.Clock.ElapsedMilliseconds }
        }
        $State.Stream.Flush()
    }
    finally { [System.Threading.Monitor]::Exit($State.Stream) }
}

# ---- Reading JSON --------------------------------------------------------------------------------------------------
# Not ConvertFrom-Json: PowerShell 7 turns texts that look like dates into dates and numbers into Int64, 5.1 refuses or
# merges what differs in case. Here a text stays the text that was sent, and both versions read the same.

function Split-JsonText {
    <# .SYNOPSIS Cuts a JSON text into its tokens; texts keep their quotes. #>
    param ($Text)
    $string = '"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"'
    $number = '-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?'
    $pattern = '\G[ \t\r\n]*(' + $string + '|' + $number + '|true|false|null|[\[\]{}:,])'
    $tokens = [System.Collections.Generic.List[string]]::new()
    $end = 0
    foreach ($found in [regex]::Matches($Text, $pattern)) {
        $tokens.Add($found.Groups[1].Value)
        $end = $found.Index + $found.Length
    }
    if ($Text.Substring($end) -notmatch '^[ \t\r\n]*$') {
        throw (New-Refusal -Code 'BadRequest' -Message 'The text is not JSON.')
    }
    return , $tokens.ToArray()
}

function Step-JsonToken {
    <# .SYNOPSIS The next token, which is then used up. #>
    param ($Reader)
    $token = $Reader.Tokens[$Reader.At]
    if ($null -eq $token) { throw (New-Refusal -Code 'BadRequest' -Message 'The JSON text ends too early.') }
    $Reader.At += 1
    return $token
}

function ConvertFrom-JsonString {
    <# .SYNOPSIS The text that a token in quotes stands for; the token's pattern lets only JSON's escapes through. #>
    param ($Token)
    return [regex]::Unescape($Token.Substring(1, $Token.Length - 2))
}

function ConvertFrom-JsonNumber {
    <# .SYNOPSIS A number as Int32 where it fits, else as Int64 or Double. #>
    param ($Token)
    if ($Token -match '^-?[0-9]{1,18}$') {
        $whole = [long]$Token
        if ($whole -ge [int]::MinValue -and $whole -le [int]::MaxValue) { return [int]$whole }
        return $whole
    }
    return [double]::Parse($Token, [System.Globalization.CultureInfo]::InvariantCulture)
}

function Read-JsonArray {
    <# .SYNOPSIS The list whose opening bracket has just been read. #>
    param ($Reader, $Depth)
    $list = [System.Collections.Generic.List[object]]::new()
    if ($Reader.Tokens[$Reader.At] -ceq ']') {
        $Reader.At += 1
        return , $list
    }
    while ($true) {
        $value = Read-JsonValue -Reader $Reader -Depth $Depth
        $list.Add($value)
        $mark = Step-JsonToken -Reader $Reader
        if ($mark -ceq ']') { return , $list }
        if ($mark -cne ',') { throw (New-Refusal -Code 'BadRequest' -Message 'The text is not JSON: a list.') }
    }
}

function Read-JsonObject {
    <# .SYNOPSIS The object whose opening brace has just been read. Names that differ only in case are refused. #>
    param ($Reader, $Depth)
    $object = @{}
    if ($Reader.Tokens[$Reader.At] -ceq '}') {
        $Reader.At += 1
        return $object
    }
    while ($true) {
        $token = Step-JsonToken -Reader $Reader
        $mark = Step-JsonToken -Reader $Reader
        if ($token -notmatch '^"' -or $mark -cne ':') {
            throw (New-Refusal -Code 'BadRequest' -Message 'The text is not JSON: an object.')
        }
        $name = ConvertFrom-JsonString -Token $token
        if ($object.ContainsKey($name)) {
            throw (New-Refusal -Code 'BadRequest' -Message 'A JSON object has the same name twice.')
        }
        $object[$name] = Read-JsonValue -Reader $Reader -Depth $Depth
        $mark = Step-JsonToken -Reader $Reader
        if ($mark -ceq '}') { return $object }
        if ($mark -cne ',') { throw (New-Refusal -Code 'BadRequest' -Message 'The text is not JSON: an object.') }
    }
}

function Read-JsonValue {
    <# .SYNOPSIS The value that begins at the next token. #>
    param ($Reader, $Depth)
    if ($Depth -gt 32) { throw (New-Refusal -Code 'BadRequest' -Message 'The JSON text is nested too deeply.') }
    $token = Step-JsonToken -Reader $Reader
    if ($token -ceq '{') { return (Read-JsonObject -Reader $Reader -Depth ($Depth + 1)) }
    if ($token -ceq '[') { return , (Read-JsonArray -Reader $Reader -Depth ($Depth + 1)) }
    if ($token -ceq 'true') { return $true }
    if ($token -ceq 'false') { return $false }
    if ($token -ceq 'null') { return $null }
    if ($token -match '^"') { return (ConvertFrom-JsonString -Token $token) }
    if ($token -match '^[-0-9]') { return (ConvertFrom-JsonNumber -Token $token) }
    throw (New-Refusal -Code 'BadRequest' -Message 'The text is not JSON: a value is missing.')
}

function ConvertFrom-JsonText {
    <# .SYNOPSIS The one object of a JSON text: objects as hashtables, lists as lists, texts as they were sent. #>
    param ($Text)
    $tokens = Split-JsonText -Text $Text
    $reader = @{ Tokens = $tokens; At = 0 }
    $value = Read-JsonValue -Reader $reader -Depth 0
    if ($reader.At -ne $tokens.Length -or $value -isnot [hashtable]) {
        throw (New-Refusal -Code 'BadRequest' -Message 'A frame is exactly one JSON object.')
    }
    return $value
}

# ---- Values in: what a request carries becomes what a cmdlet takes -------------------------------------------------

function ConvertTo-SecureText {
    <# .SYNOPSIS A SecureString; its text is noted, so that no error can tell it. #>
    param ($Text, $Name, $Secrets)
    if ($Text -isnot [string]) {
        throw (New-Refusal -Code 'BadRequest' -Message "The secret of $Name is not a text.")
    }
    $Secrets.Add($Text)
    $secure = [System.Security.SecureString]::new()
    foreach ($char in $Text.ToCharArray()) { $secure.AppendChar($char) }
    $secure.MakeReadOnly()
    return $secure
}

function ConvertTo-TextArray {
    <# .SYNOPSIS A list as [string[]]. #>
    param ($List, $Name)
    $texts = [System.Collections.Generic.List[string]]::new()
    foreach ($item in $List) {
        if ($null -eq $item -or $item -is [hashtable] -or $item -is [System.Collections.IList]) {
            throw (New-Refusal -Code 'BadRequest' -Message "The list of $Name holds something that is not a text.")
        }
        $texts.Add([string]$item)
    }
    return , $texts.ToArray()
}

function ConvertTo-TaggedArgument {
    <# .SYNOPSIS The value that a tag stands for. #>
    param ($Value, $Name, $Secrets)
    $tag = [string]$Value['$']
    $content = $Value['v']
    if ($tag -ceq 'null') { return $null }
    if ($tag -ceq 'switch') { return $true }
    if ($tag -ceq 'secure') { return (ConvertTo-SecureText -Text $content -Name $Name -Secrets $Secrets) }
    if ($tag -ceq 'credential') {
        $secure = ConvertTo-SecureText -Text $content -Name $Name -Secrets $Secrets
        if ($Value['user'] -isnot [string] -or $Value['user'] -eq '') {
            throw (New-Refusal -Code 'BadRequest' -Message "The credential of $Name has no user.")
        }
        return [System.Management.Automation.PSCredential]::new($Value['user'], $secure)
    }
    if ($tag -ceq 'merge') {
        $merge = @{}
        foreach ($side in @('Add', 'Remove')) {
            $texts = ConvertTo-TextArray -List $Value[$side] -Name $Name
            if ($texts.Length -gt 0) { $merge[$side] = $texts }
        }
        return $merge
    }
    if ($tag -ceq 'bytes' -and $content -is [string]) {
        try { return , [System.Convert]::FromBase64String($content) }
        catch { throw (New-Refusal -Code 'BadRequest' -Message "The bytes of $Name are not base64.") }
    }
    throw (New-Refusal -Code 'BadRequest' -Message "The value of $Name has an unknown tag.")
}

function ConvertTo-Argument {
    <# .SYNOPSIS The value of one parameter as the cmdlet gets it. #>
    param ($Value, $Name, $Secrets)
    if ($Value -is [hashtable]) {
        return , (ConvertTo-TaggedArgument -Value $Value -Name $Name -Secrets $Secrets)
    }
    if ($Value -is [System.Collections.IList]) { return , (ConvertTo-TextArray -List $Value -Name $Name) }
    return , $Value
}

function Resolve-Call {
    <# .SYNOPSIS Command and parameters of a call, in the allow-list's spelling; anything else is refused here. #>
    param ($AllowList, $Call, $Secrets)
    $wanted = $Call['cmd']
    $selection = $Call['sel']
    if ($wanted -isnot [string] -or $Call['par'] -isnot [hashtable] -or $selection -isnot [System.Collections.IList]) {
        throw (New-Refusal -Code 'BadRequest' -Message 'A call needs the text cmd, the object par and the list sel.')
    }
    $command = @(@($AllowList.Keys) -eq $wanted)[0]
    if ($null -eq $command) {
        throw (New-Refusal -Code 'NotAllowed' -Message "The cmdlet $wanted is not on the allow-list.")
    }
    $parameters = @{}
    foreach ($entry in $Call['par'].GetEnumerator()) {
        $name = @(@($AllowList[$command]) -eq $entry.Key)[0]
        if ($null -eq $name) {
            $message = 'The parameter {0} of {1} is not on the allow-list.' -f $entry.Key, $command
            throw (New-Refusal -Code 'NotAllowed' -Message $message)
        }
        $parameters[$name] = ConvertTo-Argument -Value $entry.Value -Name $name -Secrets $Secrets
    }
    if ($command -notlike 'Get-*' -and $AllowList[$command] -contains 'Confirm') { $parameters['Confirm'] = $false }
    $names = ConvertTo-TextArray -List $selection -Name 'sel'
    return @{ Command = $command; Parameters = $parameters; Selection = $names }
}

# ---- Values out: what a cmdlet gave becomes plain data -------------------------------------------------------------

function ConvertTo-WireDate {
    <# .SYNOPSIS A point in time as ISO 8601, in UTC. #>
    param ($Value)
    if ($Value -is [System.DateTimeOffset]) { $date = ([System.DateTimeOffset]$Value).UtcDateTime }
    else { $date = ([datetime]$Value).ToUniversalTime() }
    return $date.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [System.Globalization.CultureInfo]::InvariantCulture)
}

function ConvertTo-WireNumber {
    <# .SYNOPSIS A number that fits Int32 as number. One that carries a text (an enum from a remote session) as text. #>
    param ($Value)
    if ($Value -is [double] -or $Value -is [single] -or $Value -is [decimal]) {
        $number = [double]$Value
        if ([double]::IsNaN($number) -or [double]::IsInfinity($number)) { return $Value.ToString() }
        return $number
    }
    $text = $Value.ToString()
    if ($text -match '^-?[0-9]{1,10}$') {
        $whole = [long]$text
        if ($whole -ge [int]::MinValue -and $whole -le [int]::MaxValue) { return [int]$whole }
    }
    return $text
}

function ConvertTo-WireList {
    <# .SYNOPSIS A list of texts; a null in it stays null. #>
    param ($List)
    $texts = [System.Collections.Generic.List[object]]::new()
    foreach ($item in $List) {
        if ($null -eq $item) { $texts.Add($null) }
        elseif ($item -is [datetime] -or $item -is [System.DateTimeOffset]) {
            $texts.Add((ConvertTo-WireDate -Value $item))
        }
        else { $texts.Add($item.ToString()) }
    }
    return , $texts
}

function ConvertTo-WireValue {
    <# .SYNOPSIS One property's value as null, boolean, number, text or list of texts. #>
    param ($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return $Value.ToString() }
    if ($Value -is [bool]) { return [bool]$Value }
    if ($Value -is [int] -or $Value -is [long] -or $Value -is [double] -or $Value -is [byte] -or
        $Value -is [uint32] -or $Value -is [uint64] -or $Value -is [int16] -or $Value -is [uint16] -or
        $Value -is [sbyte] -or $Value -is [single] -or $Value -is [decimal]) {
        return (ConvertTo-WireNumber -Value $Value)
    }
    if ($Value -is [datetime] -or $Value -is [System.DateTimeOffset]) { return (ConvertTo-WireDate -Value $Value) }
    if ($Value -is [byte[]]) { return [System.Convert]::ToBase64String([byte[]]$Value) }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [System.Collections.IDictionary]) {
        return , (ConvertTo-WireList -List $Value)
    }
    # Not "$Value": string expansion shows the number of an enum from a remote session, its own ToString the names.
    return $Value.ToString()
}

function Select-Property {
    <# .SYNOPSIS The named properties of one object; one that the object lacks is left out. Value of a text: itself. #>
    param ($InputObject, $Selection)
    $selected = [ordered]@{}
    if ($InputObject -is [string]) { $InputObject = [pscustomobject]@{ Value = $InputObject } }
    $properties = $InputObject.PSObject.Properties
    foreach ($name in $Selection) {
        $property = $properties[$name]
        if ($null -ne $property) { $selected[$name] = ConvertTo-WireValue -Value $property.Value }
    }
    return $selected
}

# ---- Errors --------------------------------------------------------------------------------------------------------

function Get-InnerFailure {
    <# .SYNOPSIS What Invoke() really met: its own wrapper says nothing, the exception inside carries the record. #>
    param ($ErrorRecord)
    $exception = $ErrorRecord.Exception
    $record = $ErrorRecord
    if ($exception -is [System.Management.Automation.MethodInvocationException] -and
        $null -ne $exception.InnerException) {
        $exception = $exception.InnerException
        $record = $exception.ErrorRecord
    }
    if ($null -eq $record) {
        $record = [System.Management.Automation.ErrorRecord]::new($exception, 'Exception', 'NotSpecified', $null)
    }
    # An exception's own record names a stand-in for the exception; where nothing came from remote, nobody replaced it.
    elseif ($record.Exception -is [System.Management.Automation.ParentContainsErrorRecordException]) {
        $record = [System.Management.Automation.ErrorRecord]::new($record, $exception)
    }
    return @{ Exception = $exception; Record = $record }
}

function Get-ExceptionTypeName {
    <# .SYNOPSIS The types of an exception and of those inside it, also of one that came from another process. #>
    param ($Exception)
    $names = [System.Collections.Generic.List[object]]::new()
    $dull = @('System.Object', 'System.Exception', 'System.SystemException')
    for ($current = $Exception; $null -ne $current; $current = $current.InnerException) {
        $found = @($current.PSObject.TypeNames)
        $remote = $current.SerializedRemoteException
        if ($null -ne $remote) { $found += @($remote.PSObject.TypeNames) }
        foreach ($type in $found) {
            $name = [string]$type -replace '^Deserialized\.', ''
            if ($dull -notcontains $name -and -not $names.Contains($name)) { $names.Add($name) }
        }
    }
    return , $names
}

function Test-Transient {
    <# .SYNOPSIS Whether the same call may succeed when it is made again; told by names, texts come in any language. #>
    param ($Category, $Names, $Exception)
    # Access denied (5) and wrong password (1326) stay what they are, however often the connection is tried.
    if (@(5, 1326) -contains $Exception.ErrorCode) { return $false }
    if (@('ResourceBusy', 'OperationTimeout', 'ConnectionError') -contains $Category) { return $true }
    foreach ($name in $Names) {
        if ($name -match 'Transient|OverBudget|ServerBusy|ServerUnavailable|(^|\.)TimeoutException$') { return $true }
        if ($name -match '(^|\.)PSRemoting(Transport|DataStructure)Exception$') { return $true }
    }
    return $false
}

function ConvertTo-AgentError {
    <# .SYNOPSIS The error object of what a cmdlet or a session reported, without secrets. #>
    param ($Code, $Failure, $Secrets)
    $record = $Failure.Record
    $message = $record.Exception.Message
    if ($null -ne $record.ErrorDetails -and $record.ErrorDetails.Message) { $message = $record.ErrorDetails.Message }
    $category = $record.CategoryInfo.Category.ToString()
    $reason = [string]$record.CategoryInfo.Reason
    $fqid = [string]$record.FullyQualifiedErrorId
    $problem = [ordered]@{
        code = $Code
        message = Hide-Secret -Text $message -Secrets $Secrets
        category = $category
        reason = Hide-Secret -Text $reason -Secrets $Secrets
        fqid = Hide-Secret -Text $fqid -Secrets $Secrets
    }
    $facts = @{
        failureCategory = '\[FailureCategory=Cmdlet-([^\]]+)\]'
        requestId = '[\[,]RequestId=([^,\]]+)'
        server = '[\[,]Server=([^,\]]+)'
    }
    foreach ($fact in $facts.GetEnumerator()) {
        $found = [regex]::Match($problem['fqid'], $fact.Value)
        if ($found.Success) { $problem[$fact.Key] = $found.Groups[1].Value }
    }
    $types = Get-ExceptionTypeName -Exception $Failure.Exception
    foreach ($type in (Get-ExceptionTypeName -Exception $record.Exception)) {
        if (-not $types.Contains($type)) { $types.Add($type) }
    }
    $names = @($reason) + @($problem['failureCategory']) + $types.ToArray()
    $problem['exceptionTypes'] = $types
    $problem['transient'] = Test-Transient -Category $category -Names $names -Exception $Failure.Exception
    return $problem
}

function ConvertTo-Failure {
    <# .SYNOPSIS The error object of what this script threw: a refusal, or a mistake of its own. #>
    param ($ErrorRecord)
    $code = $ErrorRecord.Exception.Data['code']
    if ($null -ne $code) { return (New-AgentError -Code $code -Message $ErrorRecord.Exception.Message) }
    # The place, not the message: a message might show a value of the request.
    $place = ([string]$ErrorRecord.ScriptStackTrace -split '\r?\n')[0]
    $message = 'The agent failed: {0}, {1}' -f $ErrorRecord.CategoryInfo.Reason, $place
    return (New-AgentError -Code 'Internal' -Message $message)
}

# ---- What runs now: set by the worker, stopped by the reader -------------------------------------------------------

function Set-RunningShell {
    <# .SYNOPSIS Makes a shell known that is about to run; false when its batch is cancelled and it must not. #>
    param ($State, $Id, $Shell)
    [System.Threading.Monitor]::Enter($State.Gate)
    try {
        if ($State.Ending -or $State.Pending[$Id]) { return $false }
        $State.ShellId = $Id
        $State.Shell = $Shell
        return $true
    }
    finally { [System.Threading.Monitor]::Exit($State.Gate) }
}

function Clear-RunningShell {
    <# .SYNOPSIS Nothing runs any more. #>
    param ($State)
    [System.Threading.Monitor]::Enter($State.Gate)
    try { $State.Shell = $null }
    finally { [System.Threading.Monitor]::Exit($State.Gate) }
}

function Stop-Shell {
    <# .SYNOPSIS Stops a shell. One that is about to start is waited for: a stop that comes before it is forgotten. #>
    param ($Shell)
    for ($try = 0; $try -lt 100 -and [string]$Shell.InvocationStateInfo.State -eq 'NotStarted'; $try += 1) {
        [System.Threading.Thread]::Sleep(5)
    }
    [void]$Shell.BeginStop($null, $null)
}

function Stop-RunningShell {
    <# .SYNOPSIS Stops what runs now and lets nothing start again: the agent is about to end. #>
    param ($State)
    [System.Threading.Monitor]::Enter($State.Gate)
    try {
        $State.Ending = $true
        if ($null -ne $State.Shell) { Stop-Shell -Shell $State.Shell }
    }
    finally { [System.Threading.Monitor]::Exit($State.Gate) }
}

function Stop-Batch {
    <# .SYNOPSIS Cancels a batch, running or still waiting. One that is over or unknown is left alone. #>
    param ($State, $Id)
    [System.Threading.Monitor]::Enter($State.Gate)
    try {
        if ($State.Pending.ContainsKey($Id)) {
            $State.Pending[$Id] = $true
            if ($null -ne $State.Shell -and $State.ShellId -eq $Id) { Stop-Shell -Shell $State.Shell }
        }
    }
    finally { [System.Threading.Monitor]::Exit($State.Gate) }
}

# ---- The Exchange session ------------------------------------------------------------------------------------------

function ConvertTo-Endpoint {
    <# .SYNOPSIS Where the cmdlets come from, checked. #>
    param ($Exchange, $Secrets)
    if ($null -eq $Exchange) { return @{ Kind = 'none' } }
    if ($Exchange -is [hashtable]) {
        $kind = [string]$Exchange['kind']
        if ($kind -ceq 'snapin' -and $Exchange['name'] -is [string]) {
            return @{ Kind = $kind; Setup = 'Add-PSSnapin'; Name = $Exchange['name'] }
        }
        if ($kind -ceq 'module' -and $Exchange['path'] -is [string]) {
            return @{ Kind = $kind; Setup = 'Import-Module'; Name = $Exchange['path'] }
        }
        $uri = $Exchange['uri'] -as [uri]
        $usable = $null -ne $uri -and $uri.IsAbsoluteUri -and @('http', 'https') -contains $uri.Scheme
        $known = @('Kerberos', 'Negotiate', 'Basic', 'Default') -ccontains $Exchange['authentication']
        $logon = $Exchange['credential']
        if ($kind -ceq 'remote' -and $usable -and $known -and ($null -eq $logon -or $logon -is [hashtable])) {
            $endpoint = @{ Kind = $kind; Uri = $uri; Authentication = $Exchange['authentication']; Secrets = $Secrets }
            if ($null -ne $logon) {
                $tagged = @{ '$' = 'credential'; user = $logon['user']; v = $logon['v'] }
                $endpoint.Credential = ConvertTo-TaggedArgument -Value $tagged -Name 'exchange' -Secrets $Secrets
            }
            return $endpoint
        }
    }
    throw (New-Refusal -Code 'BadRequest' -Message 'What open says of exchange is incomplete or unknown.')
}

function New-RemoteRunspace {
    <# .SYNOPSIS A session, not yet open, to the PowerShell folder of an Exchange server. #>
    param ($Endpoint)
    $connection = [System.Management.Automation.Runspaces.WSManConnectionInfo]::new($Endpoint.Uri)
    $connection.ShellUri = 'http://schemas.microsoft.com/powershell/Microsoft.Exchange'
    if ($null -ne $Endpoint.Credential) { $connection.Credential = $Endpoint.Credential }
    $connection.AuthenticationMechanism = $Endpoint.Authentication
    # The culture of this process is the invariant one, whose empty name is no locale for the other side.
    $connection.Culture = [System.Globalization.CultureInfo]::GetCultureInfo('en-US')
    $connection.UICulture = $connection.Culture
    return [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($connection)
}

function New-SessionRunspace {
    <# .SYNOPSIS The runspace of an endpoint, not yet open. #>
    param ($Endpoint)
    if ($Endpoint.Kind -eq 'remote') { return (New-RemoteRunspace -Endpoint $Endpoint) }
    # In a process of its own objects come back deserialised, exactly as from Exchange.
    if ($Endpoint.Kind -eq 'module') {
        return [System.Management.Automation.Runspaces.RunspaceFactory]::CreateOutOfProcessRunspace($null)
    }
    return [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace()
}

function Close-Session {
    <# .SYNOPSIS Closes the session, if there is one; one that does not answer is given up after a while. #>
    param ($State)
    $runspace = $State.Runspace
    $State.Runspace = $null
    if ($null -eq $runspace) { return }
    try {
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $runspace.CloseAsync()
        while (@('Closed', 'Broken') -notcontains [string]$runspace.RunspaceStateInfo.State -and
            $clock.ElapsedMilliseconds -lt 3000) {
            [System.Threading.Thread]::Sleep(20)
        }
    }
    catch { $State.GivenUp = $runspace }
}

function Open-Session {
    <# .SYNOPSIS Opens the session of an endpoint in place of the one before. Gives what went wrong, or null. #>
    param ($State, $Id, $Endpoint)
    Close-Session -State $State
    $failure = $null
    try {
        $State.Runspace = New-SessionRunspace -Endpoint $Endpoint
        $State.Runspace.Open()
        if ($Endpoint.Setup) {
            $parameters = @{ Name = $Endpoint.Name }
            $setup = @{ Runspace = $State.Runspace; Command = $Endpoint.Setup; Parameters = $parameters }
            $outcome = Invoke-Shell -State $State -Id $Id @setup
            if ($outcome.Stopped) { throw (New-Refusal -Code 'Stopped' -Message 'Opening the session was stopped.') }
            $failure = $outcome.Failure
        }
    }
    catch { $failure = Get-InnerFailure -ErrorRecord $_ }
    if ($null -ne $failure) { Close-Session -State $State }
    return $failure
}

function Test-SessionLost {
    <# .SYNOPSIS Whether the session itself broke. One whose process died still claims to be open. #>
    param ($Runspace, $Exception)
    if ([string]$Runspace.RunspaceStateInfo.State -ne 'Opened') { return $true }
    for ($current = $Exception; $null -ne $current; $current = $current.InnerException) {
        if ($current -is [System.Management.Automation.Remoting.PSRemotingTransportException] -or
            $current -is [System.Management.Automation.Remoting.PSRemotingDataStructureException] -or
            $current -is [System.Management.Automation.Runspaces.InvalidRunspaceStateException]) {
            return $true
        }
    }
    return $false
}

function Invoke-Shell {
    <# .SYNOPSIS Runs one command in a runspace and tells what came of it. #>
    param ($State, $Id, $Runspace, $Command, $Parameters)
    $outcome = @{ Stopped = $false; Lost = $false; Failure = $null; Output = @(); Errors = @(); Warnings = @() }
    $thrown = $null
    $shell = [powershell]::Create()
    try {
        $shell.Runspace = $Runspace
        [void]$shell.AddCommand($Command)
        foreach ($entry in $Parameters.GetEnumerator()) { [void]$shell.AddParameter($entry.Key, $entry.Value) }
        if (-not (Set-RunningShell -State $State -Id $Id -Shell $shell)) {
            $outcome.Stopped = $true
            return $outcome
        }
        try { $outcome.Output = $shell.Invoke() }
        catch { $thrown = Get-InnerFailure -ErrorRecord $_ }
        # A stopped call comes back without an error; only the state tells.
        $outcome.Stopped = [string]$shell.InvocationStateInfo.State -eq 'Stopped'
        $outcome.Errors = $shell.Streams.Error.ReadAll()
        $outcome.Warnings = $shell.Streams.Warning.ReadAll()
    }
    finally {
        Clear-RunningShell -State $State
        $shell.Dispose()
    }
    if ($null -ne $thrown) {
        $outcome.Failure = $thrown
        $outcome.Lost = Test-SessionLost -Runspace $Runspace -Exception $thrown.Exception
    }
    elseif ($outcome.Errors.Count -gt 0) {
        $record = $outcome.Errors[0]
        $outcome.Failure = @{ Exception = $record.Exception; Record = $record }
    }
    return $outcome
}

# ---- The transport services ----------------------------------------------------------------------------------------

function Resolve-ServiceCall {
    <# .SYNOPSIS A call to a service, checked. There are two services and two verbs; anything else is refused here. #>
    param ($Call)
    $verb = $Call['service']
    if ($verb -isnot [string] -or @('status', 'restart') -cnotcontains $verb) {
        throw (New-Refusal -Code 'NotAllowed' -Message 'A service is asked for its status, or restarted.')
    }
    $name = $Call['name']
    if ($name -isnot [string] -or @('MSExchangeTransport', 'MSExchangeFrontEndTransport') -cnotcontains $name) {
        throw (New-Refusal -Code 'NotAllowed' -Message 'This is not one of the two transport services.')
    }
    $server = $Call['server']
    if ($server -isnot [string] -or $server -notmatch '\A[A-Za-z0-9][A-Za-z0-9._-]*\z') {
        throw (New-Refusal -Code 'BadRequest' -Message 'A service call needs the name of a server.')
    }
    $seconds = $Call['timeoutS']
    $number = $seconds -is [int] -or $seconds -is [long] -or $seconds -is [double]
    if ($verb -ceq 'restart' -and (-not $number -or $seconds -le 0)) {
        throw (New-Refusal -Code 'BadRequest' -Message 'A restart needs a positive number as timeoutS.')
    }
    $limit = 0
    if ($number) { $limit = [long](1000 * [System.Math]::Min(86400.0, [double]$seconds)) }
    return @{ Verb = $verb; Name = $name; Server = $server; Limit = $limit }
}

function Test-OwnComputer {
    <# .SYNOPSIS Whether a name, short or with the domain, is that of this computer. #>
    param ($Server)
    $network = [System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
    $full = $network.HostName + '.' + $network.DomainName
    return @([System.Environment]::MachineName, $network.HostName, $full) -contains $Server
}

function Get-ServiceControl {
    <# .SYNOPSIS The ServiceController of a service: the only place where one is obtained. #>
    param ($Name, $Server)
    if ([string][System.Environment]::OSVersion.Platform -ne 'Win32NT') {
        throw (New-Refusal -Code 'Service' -Message 'The agent runs on a computer that has no Windows services.')
    }
    # Not the class itself: Windows PowerShell knows it only after Get-Service has loaded it.
    $query = @{ Name = $Name }
    if (-not (Test-OwnComputer -Server $Server)) {
        if ($PSVersionTable.PSVersion.Major -gt 5) {
            $message = "Services of another computer ($Server) are within reach of Windows PowerShell 5.1 only."
            throw (New-Refusal -Code 'Service' -Message $message)
        }
        $query.ComputerName = $Server
    }
    return (Get-Service @query)
}

function New-ServiceRefusal {
    <# .SYNOPSIS What a service did not do, and the status in which that left it. #>
    param ($Call, $Control, $Problem)
    $message = '{0} on {1} {2}; it is {3} now.' -f $Call.Name, $Call.Server, $Problem, [string]$Control.Status
    return (New-Refusal -Code 'Service' -Message $message)
}

function Get-LateStopLimit {
    <# .SYNOPSIS How long a service that has not stopped in time is waited for besides, in ms. #>
    return 300000
}

function Wait-ServiceStatus {
    <# .SYNOPSIS Waits until a service has a status; false when it has not at the end of its time. #>
    param ($State, $Id, $Control, $Clock, $Status, $End)
    while ($true) {
        $Control.Refresh()
        if ([string]$Control.Status -eq $Status) { return $true }
        if ($Clock.ElapsedMilliseconds -ge $End) { return $false }
        # Neither a cancel nor the agent's end cuts the wait for a stop short: nobody else would start it again.
        if ($Status -ne 'Stopped' -and ($State.Pending[$Id] -or $State.Ending)) { return $false }
        [System.Threading.Thread]::Sleep(100)
    }
}

function Restart-TransportService {
    <# .SYNOPSIS Stops a service, if it is not stopped, and starts it: late, too, for as long as it is waited for. #>
    param ($State, $Id, $Control, $Call)
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $wait = @{ State = $State; Id = $Id; Control = $Control; Clock = $clock }
    $end = $Call.Limit
    $late = $false
    $status = [string]$Control.Status
    if (@('Running', 'Paused', 'Stopped') -notcontains $status) {
        throw (New-ServiceRefusal -Call $Call -Control $Control -Problem 'takes no orders, and nothing was done')
    }
    if ($status -ne 'Stopped') {
        foreach ($other in $Control.DependentServices) {
            if ([string]$other.Status -ne 'Stopped') {
                $problem = 'was not stopped, because {0} depends on it and would stay stopped' -f $other.ServiceName
                throw (New-ServiceRefusal -Call $Call -Control $Control -Problem $problem)
            }
        }
        $Control.Stop()
        $lastEnd = $end + (Get-LateStopLimit)
        if (-not (Wait-ServiceStatus @wait -Status 'Stopped' -End $lastEnd)) {
            $problem = 'did not stop within {0} s; it will stay stopped once it has stopped: Start-Service {1} on {2}'
            $problem = $problem -f ($lastEnd / 1000), $Call.Name, $Call.Server
            throw (New-ServiceRefusal -Call $Call -Control $Control -Problem $problem)
        }
        $late = $clock.ElapsedMilliseconds -gt $end
        # Long enough to tell what became of it.
        if ($late) { $end = $clock.ElapsedMilliseconds + 30000 }
    }
    $Control.Start()
    $runs = Wait-ServiceStatus @wait -Status 'Running' -End $end
    if ($late) {
        $problem = 'took longer than {0} s to stop, but was started again' -f ($Call.Limit / 1000)
        throw (New-ServiceRefusal -Call $Call -Control $Control -Problem $problem)
    }
    if (-not $runs) {
        if ($State.Pending[$Id] -or $State.Ending) {
            throw (New-Refusal -Code 'Stopped' -Message 'The call was stopped.')
        }
        throw (New-ServiceRefusal -Call $Call -Control $Control -Problem 'did not start in time')
    }
}

function ConvertTo-ServiceError {
    <# .SYNOPSIS The error object of what Windows answered about a service; it is never worth a second try here. #>
    param ($ErrorRecord, $Secrets)
    $failure = Get-InnerFailure -ErrorRecord $ErrorRecord
    $problem = ConvertTo-AgentError -Code 'Service' -Failure $failure -Secrets $Secrets
    # .NET says that it cannot, the exception inside says why.
    $why = $failure.Record.Exception.InnerException
    if ($null -ne $why) {
        $problem['message'] = $problem['message'] + ' ' + (Hide-Secret -Text $why.Message -Secrets $Secrets)
    }
    $problem['transient'] = $false
    return $problem
}

function Invoke-ServiceCall {
    <# .SYNOPSIS Status or restart of one transport service. #>
    param ($State, $Id, $Call, $Secrets)
    $service = Resolve-ServiceCall -Call $Call
    $control = $null
    try {
        $control = Get-ServiceControl -Name $service.Name -Server $service.Server
        if ($service.Verb -ceq 'restart') {
            # Set first, asked for Ending second; Stop-Agent does it the other way round, so one of them notices.
            $longest = $service.Limit + (Get-LateStopLimit)
            $State.RestartEnd = $State.Clock.ElapsedMilliseconds + $longest + 5000
            if ($State.Ending) { throw (New-Refusal -Code 'Stopped' -Message 'The call was stopped.') }
            Restart-TransportService -State $State -Id $Id -Control $control -Call $service
        }
        $out = [ordered]@{ Name = $service.Name; Server = $service.Server; Status = [string]$control.Status }
        return [ordered]@{ ok = $true; out = @($out); warnings = @() }
    }
    catch {
        if ($null -ne $_.Exception.Data['code']) { throw }
        $problem = ConvertTo-ServiceError -ErrorRecord $_ -Secrets $Secrets
        return [ordered]@{ ok = $false; error = $problem; warnings = @() }
    }
    finally {
        $State.RestartEnd = 0
        if ($null -ne $control) { $control.Dispose() }
    }
}

# ---- The registry --------------------------------------------------------------------------------------------------
# Not PowerShell's own drive: it takes / for a separator, and making a key anew empties one that is there. Keys are
# objects with the methods of RegistryKey; kinds and options are handed to them by name.

function Select-Name {
    <# .SYNOPSIS The one of some names that is the same as another in any case, letter by letter; null without one. #>
    param ($Names, $Name)
    foreach ($candidate in $Names) {
        if ([string]::Equals($candidate, $Name, [System.StringComparison]::OrdinalIgnoreCase)) { return $candidate }
    }
    return $null
}

function Test-InTree {
    <# .SYNOPSIS Whether a key is a certain other one, or below it. #>
    param ($Key, $Tree)
    return ($Key + '\').StartsWith($Tree + '\', [System.StringComparison]::OrdinalIgnoreCase)
}

function Test-RegistryAccess {
    <# .SYNOPSIS Whether the lists let a call through. Without a name a delete is about the key itself. #>
    param ($Lists, $Verb, $Key, $Name)
    if (Test-InTree -Key $Key -Tree $Lists.Tree) { return $true }
    if ($Verb -ceq 'get') {
        foreach ($tree in $Lists.ReadTrees) {
            if (Test-InTree -Key $Key -Tree $tree) { return $true }
        }
        $readable = @($Lists.Write.Keys) + $Lists.Read
        return ($null -ne (Select-Name -Names $readable -Name $Key))
    }
    if ($null -eq $Name) { return ($null -ne (Select-Name -Names $Lists.Delete -Name $Key)) }
    $listed = Select-Name -Names @($Lists.Write.Keys) -Name $Key
    if ($null -eq $listed) { return $false }
    return ($null -ne (Select-Name -Names $Lists.Write[$listed] -Name $Name))
}

function ConvertTo-RegistryNumber {
    <# .SYNOPSIS The same 32 or 64 bits as a signed number, which is what SetValue takes; null for what fits neither. #>
    param ($Kind, $Data)
    if ($Kind -ceq 'DWord' -and ($Data -is [int] -or $Data -is [long]) -and $Data -ge 0 -and $Data -le 4294967295) {
        if ($Data -le [int]::MaxValue) { return [int]$Data }
        return [int]($Data - 4294967296)
    }
    $number = [uint64]0
    if ($Kind -ceq 'QWord' -and $Data -is [string] -and $Data -match '\A(0|[1-9][0-9]{0,19})\z' -and
        [uint64]::TryParse($Data, [ref]$number)) {
        return [System.BitConverter]::ToInt64([System.BitConverter]::GetBytes([uint64]$number), 0)
    }
    return $null
}

function ConvertTo-RegistryArgument {
    <# .SYNOPSIS The data of a value as SetValue takes it for a kind. #>
    param ($Kind, $Data)
    if ($Kind -isnot [string]) {
        throw (New-Refusal -Code 'BadRequest' -Message 'The kind of a registry value is a text.')
    }
    if (@('DWord', 'QWord') -ccontains $Kind) {
        $number = ConvertTo-RegistryNumber -Kind $Kind -Data $Data
        if ($null -ne $number) { return $number }
    }
    if (@('String', 'ExpandString') -ccontains $Kind -and $Data -is [string]) { return $Data }
    if ($Kind -ceq 'MultiString' -and $Data -is [System.Collections.IList]) {
        return , (ConvertTo-TextArray -List $Data -Name 'data')
    }
    if (@('Binary', 'None') -ccontains $Kind -and $Data -is [string]) {
        try { return , [System.Convert]::FromBase64String($Data) }
        catch { throw (New-Refusal -Code 'BadRequest' -Message 'The data of a registry value is not base64.') }
    }
    throw (New-Refusal -Code 'BadRequest' -Message 'Kind and data of a registry value do not fit.')
}

function ConvertTo-RegistryData {
    <# .SYNOPSIS The data of a value as plain data. Numbers are never negative: -1 and 4294967295 are the same DWord. #>
    param ($Kind, $Value)
    if ($null -eq $Value) { return $null }
    # Also a number whose data has not the length of a number.
    if ($Value -is [byte[]]) { return [System.Convert]::ToBase64String([byte[]]$Value) }
    if ($Kind -ceq 'DWord') { return (([long]$Value) -band 4294967295) }
    if ($Kind -ceq 'QWord') {
        $bytes = [System.BitConverter]::GetBytes([long]$Value)
        return [System.BitConverter]::ToUInt64($bytes, 0).ToString()
    }
    if ($Kind -ceq 'MultiString') { return , (ConvertTo-WireList -List $Value) }
    return $Value.ToString()
}

function Resolve-RegistryCall {
    <# .SYNOPSIS A call to the registry, checked: three verbs, one hive, and only what the lists let through. #>
    param ($State, $Call)
    $verb = $Call['reg']
    if ($verb -isnot [string] -or @('get', 'set', 'delete') -cnotcontains $verb) {
        throw (New-Refusal -Code 'NotAllowed' -Message 'A registry call is get, set or delete.')
    }
    if ($Call['hive'] -isnot [string] -or $Call['hive'] -cne 'HKLM') {
        throw (New-Refusal -Code 'NotAllowed' -Message 'The registry is in reach below HKLM only.')
    }
    $view = $Call['view']
    if ($view -isnot [int] -or @(64, 32) -notcontains $view) {
        throw (New-Refusal -Code 'BadRequest' -Message 'The view of the registry is 64 or 32.')
    }
    $key = $Call['key']
    if ($key -isnot [string] -or $key -notmatch '\A[^\\\x00-\x1f]{1,255}(\\[^\\\x00-\x1f]{1,255})*\z') {
        throw (New-Refusal -Code 'BadRequest' -Message 'A key is a path of names, with one \ between each two of them.')
    }
    $name = $Call['name']
    $named = $verb -ceq 'set' -or $Call.ContainsKey('name')
    if ($named -and ($name -isnot [string] -or $name -notmatch '\A[^\x00-\x1f]{0,16383}\z')) {
        throw (New-Refusal -Code 'BadRequest' -Message 'The name of a registry value is a text in one line.')
    }
    if (-not (Test-RegistryAccess -Lists $State.RegistryLists -Verb $verb -Key $key -Name $name)) {
        throw (New-Refusal -Code 'NotAllowed' -Message "$key, or this value of it, is not on the list for $verb.")
    }
    $resolved = @{ Verb = $verb; View = $view; Key = $key; Named = $named; Name = $name }
    if ($verb -ceq 'set') {
        $resolved.Kind = $Call['kind']
        $resolved.Data = ConvertTo-RegistryArgument -Kind $Call['kind'] -Data $Call['data']
    }
    return $resolved
}

function Get-RegistryRoot {
    <# .SYNOPSIS HKEY_LOCAL_MACHINE in one of its two views: the only place where a registry is obtained. #>
    param ($View)
    if ([string][System.Environment]::OSVersion.Platform -ne 'Win32NT') {
        throw (New-Refusal -Code 'Registry' -Message 'The agent runs on a computer that has no registry.')
    }
    $shown = [Microsoft.Win32.RegistryView]::Registry64
    if ($View -eq 32) { $shown = [Microsoft.Win32.RegistryView]::Registry32 }
    return [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, $shown)
}

function ConvertTo-SortedName {
    <# .SYNOPSIS Names of keys or values in alphabetical order, whatever their case. #>
    param ($Names)
    $sorted = [System.Collections.Generic.List[string]]::new()
    foreach ($name in $Names) { $sorted.Add($name) }
    $sorted.Sort([System.StringComparer]::OrdinalIgnoreCase)
    return , $sorted
}

function Get-RegistryValue {
    <# .SYNOPSIS Kind and data of a value that is there; a text with %names% in it comes as it stands. #>
    param ($Key, $Name)
    $kind = [string]$Key.GetValueKind($Name)
    $value = $Key.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
    return @{ Kind = $kind; Data = (ConvertTo-RegistryData -Kind $kind -Value $value) }
}

function Read-RegistryValue {
    <# .SYNOPSIS What a value holds, or that there is none. #>
    param ($Root, $Path, $Name)
    $key = $Root.OpenSubKey($Path)
    if ($null -eq $key) { return [ordered]@{ Exists = $false } }
    try {
        $stored = Select-Name -Names $key.GetValueNames() -Name $Name
        if ($null -eq $stored) { return [ordered]@{ Exists = $false } }
        $value = Get-RegistryValue -Key $key -Name $Name
        return [ordered]@{ Exists = $true; Kind = $value.Kind; Data = $value.Data }
    }
    finally { $key.Dispose() }
}

function Read-RegistryKey {
    <# .SYNOPSIS Whether a key is there and what is below it, then each of its values. #>
    param ($Root, $Path)
    $key = $Root.OpenSubKey($Path)
    if ($null -eq $key) { return [ordered]@{ Exists = $false; SubKeys = @() } }
    try {
        [ordered]@{ Exists = $true; SubKeys = (ConvertTo-SortedName -Names $key.GetSubKeyNames()) }
        foreach ($name in (ConvertTo-SortedName -Names $key.GetValueNames())) {
            $value = Get-RegistryValue -Key $key -Name $name
            [ordered]@{ Name = $name; Kind = $value.Kind; Data = $value.Data }
        }
    }
    finally { $key.Dispose() }
}

function Get-MissingKey {
    <# .SYNOPSIS Which of a key and those above it are not there, outermost first. #>
    param ($Root, $Path)
    $missing = [System.Collections.Generic.List[string]]::new()
    $names = $Path.Split('\')
    for ($last = 0; $last -lt $names.Length; $last += 1) {
        $upper = $names[0..$last] -join '\'
        $key = $Root.OpenSubKey($upper)
        if ($null -eq $key) { $missing.Add($upper) }
        else { $key.Dispose() }
    }
    return , $missing
}

function Set-RegistryValue {
    <# .SYNOPSIS Writes one value, in a key that is made where it is missing, and reads it back. #>
    param ($Root, $Place)
    $created = Get-MissingKey -Root $Root -Path $Place.Key
    # Opens a key that is there as it is, and makes those above it too.
    $key = $Root.CreateSubKey($Place.Key)
    try {
        $key.SetValue($Place.Name, $Place.Data, $Place.Kind)
        # A value that was there keeps the spelling of its name.
        $stored = Select-Name -Names $key.GetValueNames() -Name $Place.Name
        $value = Get-RegistryValue -Key $key -Name $stored
    }
    finally { $key.Dispose() }
    return [ordered]@{ Name = $stored; Kind = $value.Kind; Data = $value.Data; CreatedKeys = $created }
}

function Remove-RegistryValue {
    <# .SYNOPSIS Deletes one value; it may be gone already. #>
    param ($Root, $Path, $Name)
    $key = $Root.OpenSubKey($Path, $true)
    if ($null -ne $key) {
        try { $key.DeleteValue($Name, $false) }
        finally { $key.Dispose() }
    }
    return [ordered]@{ Exists = $false }
}

function Remove-EmptyKey {
    <# .SYNOPSIS Deletes a key that has neither values nor keys below it; it may be gone already. #>
    param ($Root, $Path)
    $key = $Root.OpenSubKey($Path)
    if ($null -eq $key) { return [ordered]@{ Deleted = $true } }
    try { $content = @($key.GetSubKeyNames()) + @($key.GetValueNames()) }
    finally { $key.Dispose() }
    if ($content.Count -gt 0) { return [ordered]@{ Deleted = $false } }
    $Root.DeleteSubKey($Path, $false)
    return [ordered]@{ Deleted = $true }
}

function Invoke-RegistryVerb {
    <# .SYNOPSIS Does what a registry call asks for; gives its objects. #>
    param ($Root, $Place)
    if ($Place.Verb -ceq 'set') { return (Set-RegistryValue -Root $Root -Place $Place) }
    if ($Place.Verb -ceq 'delete') {
        if ($Place.Named) { return (Remove-RegistryValue -Root $Root -Path $Place.Key -Name $Place.Name) }
        return (Remove-EmptyKey -Root $Root -Path $Place.Key)
    }
    if ($Place.Named) { return (Read-RegistryValue -Root $Root -Path $Place.Key -Name $Place.Name) }
    return (Read-RegistryKey -Root $Root -Path $Place.Key)
}

function ConvertTo-RegistryError {
    <# .SYNOPSIS The error object of what Windows answered about the registry; it is never worth a second try here. #>
    param ($ErrorRecord)
    $failure = Get-InnerFailure -ErrorRecord $ErrorRecord
    $problem = ConvertTo-AgentError -Code 'Registry' -Failure $failure -Secrets @()
    $problem['transient'] = $false
    return $problem
}

function Invoke-RegistryCall {
    <# .SYNOPSIS Reads, writes or deletes in the registry of this computer. #>
    param ($State, $Call)
    $place = Resolve-RegistryCall -State $State -Call $Call
    $root = $null
    try {
        $root = Get-RegistryRoot -View $place.View
        $out = @(Invoke-RegistryVerb -Root $root -Place $place)
        return [ordered]@{ ok = $true; out = $out; warnings = @() }
    }
    catch {
        if ($null -ne $_.Exception.Data['code']) { throw }
        $problem = ConvertTo-RegistryError -ErrorRecord $_
        return [ordered]@{ ok = $false; error = $problem; warnings = @() }
    }
    finally {
        if ($null -ne $root) { $root.Dispose() }
    }
}

# ---- This computer -------------------------------------------------------------------------------------------------

function Get-BootTime {
    <# .SYNOPSIS When this computer was started: the only place that asks Windows for it. #>
    if ([string][System.Environment]::OSVersion.Platform -ne 'Win32NT') {
        throw (New-Refusal -Code 'Cmdlet' -Message 'The agent runs on a computer that has no Get-CimInstance.')
    }
    $question = @{ ClassName = 'Win32_OperatingSystem'; Property = 'LastBootUpTime'; OperationTimeoutSec = 30 }
    return (Get-CimInstance @question).LastBootUpTime
}

function Invoke-MachineCall {
    <# .SYNOPSIS Name of this computer, when it was started, and what time it is there. #>
    param ($Call)
    if ($Call['machine'] -isnot [string] -or $Call['machine'] -cne 'boot') {
        throw (New-Refusal -Code 'NotAllowed' -Message 'A computer is asked for its boot time only.')
    }
    try { $started = Get-BootTime }
    catch {
        if ($null -ne $_.Exception.Data['code']) { throw }
        $failure = Get-InnerFailure -ErrorRecord $_
        $problem = ConvertTo-AgentError -Code 'Cmdlet' -Failure $failure -Secrets @()
        return [ordered]@{ ok = $false; error = $problem; warnings = @() }
    }
    $facts = [ordered]@{
        Computer = [System.Environment]::MachineName
        LastBootUpTime = ConvertTo-WireDate -Value $started
        Now = ConvertTo-WireDate -Value ([datetime]::UtcNow)
    }
    return [ordered]@{ ok = $true; out = @($facts); warnings = @() }
}

# ---- Calls ---------------------------------------------------------------------------------------------------------

function Invoke-InSession {
    <# .SYNOPSIS Runs a command in the session. A read that finds the session lost gets one more try in a new one. #>
    param ($State, $Id, $Command, $Parameters)
    if ($null -eq $State.Endpoint) {
        throw (New-Refusal -Code 'Session' -Message 'No session is open.')
    }
    $read = $Command -match '^(Get|Test)-'
    $work = @{ State = $State; Id = $Id; Command = $Command; Parameters = $Parameters }
    if ($null -ne $State.Runspace) {
        $outcome = Invoke-Shell @work -Runspace $State.Runspace
        if (-not $outcome.Lost) { return $outcome }
        Close-Session -State $State
        if ($outcome.Stopped -or -not $read) { return $outcome }
    }
    if (-not $read) {
        throw (New-Refusal -Code 'Session' -Message 'The session is lost, and only a read opens it again.')
    }
    $failure = Open-Session -State $State -Id $Id -Endpoint $State.Endpoint
    if ($null -ne $failure) { return @{ Stopped = $false; Lost = $true; Failure = $failure; Warnings = @() } }
    return (Invoke-Shell @work -Runspace $State.Runspace)
}

function Invoke-Locally {
    <# .SYNOPSIS Runs a cmdlet of Windows in a runspace of this process, which is made when it is first needed. #>
    param ($State, $Id, $Command, $Parameters)
    if ($null -eq $State.LocalRunspace -or [string]$State.LocalRunspace.RunspaceStateInfo.State -ne 'Opened') {
        $runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace()
        $runspace.Open()
        $State.LocalRunspace = $runspace
    }
    $work = @{ State = $State; Id = $Id; Command = $Command; Parameters = $Parameters }
    return (Invoke-Shell @work -Runspace $State.LocalRunspace)
}

function ConvertTo-CallResult {
    <# .SYNOPSIS The result frame's entry for a call that has run. #>
    param ($Outcome, $Selection, $Secrets)
    $warnings = [System.Collections.Generic.List[object]]::new()
    foreach ($warning in $Outcome.Warnings) {
        $warnings.Add((Hide-Secret -Text $warning.Message -Secrets $Secrets))
    }
    if ($Outcome.Stopped) {
        $problem = New-AgentError -Code 'Stopped' -Message 'The call was stopped.'
        return [ordered]@{ ok = $false; error = $problem; warnings = $warnings }
    }
    if ($null -ne $Outcome.Failure) {
        $code = 'Cmdlet'
        if ($Outcome.Lost) { $code = 'Session' }
        $problem = ConvertTo-AgentError -Code $code -Failure $Outcome.Failure -Secrets $Secrets
        return [ordered]@{ ok = $false; error = $problem; warnings = $warnings }
    }
    $out = [System.Collections.Generic.List[object]]::new()
    if ($Selection.Length -gt 0) {
        foreach ($object in $Outcome.Output) {
            if ($null -ne $object) { $out.Add((Select-Property -InputObject $object -Selection $Selection)) }
        }
    }
    return [ordered]@{ ok = $true; out = $out; warnings = $warnings }
}

function Test-LocalCall {
    <# .SYNOPSIS Whether a call is for a cmdlet of Windows itself, not for one of Exchange. #>
    param ($Call)
    if (-not $Call.ContainsKey('local')) { return $false }
    if ($Call['local'] -isnot [bool] -or -not $Call['local']) {
        throw (New-Refusal -Code 'BadRequest' -Message 'What a call says of local is true, or nothing.')
    }
    return $true
}

function Invoke-CmdletCall {
    <# .SYNOPSIS One cmdlet of the allow-list, or of the list of local ones: what is on one list is not on the other. #>
    param ($State, $Id, $Call, $Secrets)
    $local = Test-LocalCall -Call $Call
    $list = $State.AllowList
    if ($local) { $list = $State.LocalAllowList }
    $resolved = Resolve-Call -AllowList $list -Call $Call -Secrets $Secrets
    $arguments = @{ State = $State; Id = $Id; Command = $resolved.Command; Parameters = $resolved.Parameters }
    if ($local) { $outcome = Invoke-Locally @arguments }
    else { $outcome = Invoke-InSession @arguments }
    return (ConvertTo-CallResult -Outcome $outcome -Selection $resolved.Selection -Secrets $Secrets)
}

function Invoke-Call {
    <# .SYNOPSIS One call of a batch, from request to result; it never throws. #>
    param ($State, $Id, $Call)
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $secrets = [System.Collections.Generic.List[string]]::new()
    foreach ($secret in $State.Endpoint.Secrets) { $secrets.Add($secret) }
    try {
        if ($State.Pending[$Id] -or $State.Ending) {
            throw (New-Refusal -Code 'Stopped' -Message 'The call was stopped.')
        }
        if ($Call -isnot [hashtable]) { throw (New-Refusal -Code 'BadRequest' -Message 'A call is an object.') }
        $arguments = @{ State = $State; Id = $Id; Call = $Call; Secrets = $secrets }
        if ($Call.ContainsKey('service')) { $result = Invoke-ServiceCall @arguments }
        elseif ($Call.ContainsKey('reg')) { $result = Invoke-RegistryCall -State $State -Call $Call }
        elseif ($Call.ContainsKey('machine')) { $result = Invoke-MachineCall -Call $Call }
        else { $result = Invoke-CmdletCall @arguments }
    }
    catch {
        $result = [ordered]@{ ok = $false; error = (ConvertTo-Failure -ErrorRecord $_) }
    }
    $result['ms'] = $clock.ElapsedMilliseconds
    return $result
}

function Invoke-Batch {
    <# .SYNOPSIS Runs the calls of a batch in order; gives the frame with all results. #>
    param ($State, $Request)
    $id = $Request['id']
    Write-Frame -State $State -Frame ([ordered]@{ id = $id; op = 'accepted' })
    $results = [System.Collections.Generic.List[object]]::new()
    $over = $false
    foreach ($call in $Request['calls']) {
        if ($over) {
            $results.Add(@{ skipped = $true })
            continue
        }
        $result = Invoke-Call -State $State -Id $id -Call $call
        $results.Add($result)
        if (-not $result['ok']) {
            $over = $Request['stopOnError'] -eq $true -or $result['error']['code'] -eq 'Stopped'
        }
    }
    return [ordered]@{ id = $id; op = 'result'; results = $results }
}

function Get-VisibleCmdlet {
    <# .SYNOPSIS The cmdlets of the allow-list that exist for this account; null where that cannot be asked. #>
    param ($State, $Id)
    $names = [string[]]@($State.AllowList.Keys | Sort-Object)
    $question = @{ Runspace = $State.Runspace; Command = 'Get-Command'; Parameters = @{ Name = $names } }
    $outcome = Invoke-Shell -State $State -Id $Id @question
    if ($outcome.Stopped -or $outcome.Lost) { return $null }
    if ($null -ne $outcome.Failure -and $outcome.Errors.Count -eq 0) { return $null }
    foreach ($record in $outcome.Errors) {
        if ($record.CategoryInfo.Reason -ne 'CommandNotFoundException') { return $null }
    }
    $found = @(foreach ($command in $outcome.Output) { [string]$command.Name })
    $visible = [System.Collections.Generic.List[object]]::new()
    foreach ($name in $names) {
        if ($found -contains $name) { $visible.Add($name) }
    }
    return , $visible
}

function Get-NamedServer {
    <# .SYNOPSIS The server of a name, short or with the domain; null without one. #>
    param ($Servers, $Name)
    foreach ($server in $Servers) {
        if ($server['Fqdn'] -eq $Name -or $server['Name'] -eq $Name) { return $server }
    }
    return $null
}

function Select-Server {
    <# .SYNOPSIS The server that was reached: the one asked for, else this computer, else the first that fits. #>
    param ($Servers, $Endpoint)
    if ($Endpoint.Kind -eq 'remote') {
        $found = Get-NamedServer -Servers $Servers -Name $Endpoint.Uri.Host
        if ($null -ne $found) { return $found }
        # Behind any other name of theirs are Mailbox servers: an Edge server takes no remote sessions.
        $inner = @(foreach ($server in $Servers) { if ($server['IsEdgeServer'] -ne $true) { $server } })
        if ($inner.Count -gt 0) { $Servers = $inner }
    }
    $found = Get-NamedServer -Servers $Servers -Name ([System.Environment]::MachineName)
    if ($null -ne $found) { return $found }
    foreach ($server in $Servers) {
        if ($Endpoint.Kind -ne 'remote') { return $server }
        if ($server['IsMailboxServer'] -eq $true -or $server['IsHubTransportServer'] -eq $true) { return $server }
    }
    foreach ($server in $Servers) { return $server }
    return @{}
}

function Invoke-Open {
    <# .SYNOPSIS Opens the session; gives the frame that tells what was reached. #>
    param ($State, $Request)
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $id = $Request['id']
    $secrets = [System.Collections.Generic.List[string]]::new()
    $endpoint = ConvertTo-Endpoint -Exchange $Request['exchange'] -Secrets $secrets
    $State.Endpoint = $null
    $failure = Open-Session -State $State -Id $id -Endpoint $endpoint
    if ($null -ne $failure) {
        $problem = ConvertTo-AgentError -Code 'Session' -Failure $failure -Secrets $secrets
        return (New-ErrorFrame -Id $id -Problem $problem)
    }
    $State.Endpoint = $endpoint
    $opened = [ordered]@{
        id = $id; op = 'opened'; version = $null; server = $null; domainController = $null
        cmdlets = $null; adReachable = $false; adError = $null
    }
    if ($endpoint.Kind -ne 'none') {
        # The cheapest question whose answer comes out of the directory: a key logon has no credentials for it.
        $facts = @('Name', 'Fqdn', 'AdminDisplayVersion', 'OriginatingServer')
        $facts += @('IsEdgeServer', 'IsMailboxServer', 'IsHubTransportServer')
        $call = @{ cmd = 'Get-ExchangeServer'; par = @{}; sel = $facts }
        $answer = Invoke-Call -State $State -Id $id -Call $call
        $opened['adReachable'] = $answer['ok']
        $opened['adError'] = $answer['error']
        if ($answer['ok']) {
            $server = Select-Server -Servers $answer['out'] -Endpoint $endpoint
            $opened['version'] = $server['AdminDisplayVersion']
            $opened['server'] = $server['Name']
            # An Edge server keeps a directory of its own, and its cmdlets take no -DomainController.
            if ($server['IsEdgeServer'] -ne $true) { $opened['domainController'] = $server['OriginatingServer'] }
        }
        if ($null -ne $State.Runspace) { $opened['cmdlets'] = Get-VisibleCmdlet -State $State -Id $id }
    }
    $opened['ms'] = $clock.ElapsedMilliseconds
    return $opened
}

# ---- The worker and the watchdog -----------------------------------------------------------------------------------

function Invoke-Worker {
    <# .SYNOPSIS Carries out requests one after another, for as long as the process lives. #>
    param ($State)
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    [System.Threading.Thread]::CurrentThread.CurrentCulture = [System.Globalization.CultureInfo]::InvariantCulture
    while ($true) {
        $request = $State.Queue.Take()
        $State.Busy = $true
        try {
            if ($request['op'] -eq 'open') { $answer = Invoke-Open -State $State -Request $request }
            else { $answer = Invoke-Batch -State $State -Request $request }
        }
        catch { $answer = New-ErrorFrame -Id $request['id'] -Problem (ConvertTo-Failure -ErrorRecord $_) }
        $State.Pending.Remove($request['id'])
        Write-Frame -State $State -Frame $answer
        $State.LastRequest = $State.Clock.ElapsedMilliseconds
        $State.Busy = $false
    }
}

function Stop-Agent {
    <# .SYNOPSIS Stops what runs, closes the session and ends the process, whatever happens on the way. #>
    param ($State)
    try {
        Stop-RunningShell -State $State
        # A service that was told to stop is started again before this process goes.
        while ($State.Clock.ElapsedMilliseconds -lt $State.RestartEnd) { [System.Threading.Thread]::Sleep(50) }
        Close-Session -State $State
    }
    finally { [System.Environment]::Exit(0) }
}

function Watch-Agent {
    <# .SYNOPSIS Ends the process when the client is silent, when it asks for nothing, or when the worker is gone. #>
    param ($State)
    while ($true) {
        [System.Threading.Thread]::Sleep(200)
        $now = $State.Clock.ElapsedMilliseconds
        $silent = ($now - $State.LastLine) -gt $State.HeartbeatMs
        $idle = (-not $State.Busy) -and (($now - $State.LastRequest) -gt $State.IdleMs)
        if ($silent -or $idle -or $State.Worker.IsCompleted) { Stop-Agent -State $State }
    }
}

# ---- The reader ----------------------------------------------------------------------------------------------------

function Set-Lifetime {
    <# .SYNOPSIS Takes over how long the agent lives without a line and without a request. #>
    param ($State, $Request)
    foreach ($limit in @('heartbeatS', 'idleS')) {
        $seconds = $Request[$limit]
        if (($seconds -isnot [int] -and $seconds -isnot [double]) -or $seconds -le 0) {
            throw (New-Refusal -Code 'BadRequest' -Message "An open request needs a positive number as $limit.")
        }
    }
    $State.HeartbeatMs = [long](1000 * $Request['heartbeatS'])
    $State.IdleMs = [long](1000 * $Request['idleS'])
}

function Add-Request {
    <# .SYNOPSIS Hands a request to the worker. #>
    param ($State, $Request)
    if ($Request['op'] -eq 'open') { Set-Lifetime -State $State -Request $Request }
    else {
        if ($Request['calls'] -isnot [System.Collections.IList]) {
            throw (New-Refusal -Code 'BadRequest' -Message 'A batch needs the list calls.')
        }
        if ($State.Pending.ContainsKey($Request['id'])) {
            throw (New-Refusal -Code 'BadRequest' -Message 'A batch with this id is still under way.')
        }
        $State.Pending[$Request['id']] = $false
    }
    $State.LastRequest = $State.Clock.ElapsedMilliseconds
    $State.Queue.Add($Request)
}

function Add-Chunk {
    <# .SYNOPSIS Keeps a part of a long request; with the last part the request is taken up. #>
    param ($State, $Frame)
    $id = $Frame['id']
    $part = $Frame['part']
    $parts = $Frame['parts']
    $texts = $State.Chunks[$id]
    if ($null -eq $texts) { $texts = [System.Collections.Generic.List[string]]::new() }
    $State.Chunks.Remove($id)
    if ($part -isnot [int] -or $parts -isnot [int] -or $Frame['text'] -isnot [string] -or
        $part -ne $texts.Count + 1 -or $part -gt $parts) {
        throw (New-Refusal -Code 'BadRequest' -Message 'The parts of a request come complete and in order.')
    }
    if ($parts -gt $State.MaxParts) {
        throw (New-Refusal -Code 'TooLong' -Message ('A request has at most {0} parts.' -f $State.MaxParts))
    }
    $texts.Add($Frame['text'])
    if ($part -lt $parts) {
        $State.Chunks[$id] = $texts
        return
    }
    Receive-Frame -State $State -Frame (ConvertFrom-JsonText -Text ($texts -join ''))
}

function Receive-Frame {
    <# .SYNOPSIS Does what a frame asks for, or hands it to the worker. #>
    param ($State, $Frame)
    $id = $Frame['id']
    if ($id -isnot [int] -and $id -isnot [long]) { $id = $null }
    try {
        if ($null -eq $id -or $Frame['op'] -isnot [string]) {
            throw (New-Refusal -Code 'BadRequest' -Message 'A frame needs a whole number as id and a text as op.')
        }
        switch -CaseSensitive ($Frame['op']) {
            'open' { Add-Request -State $State -Request $Frame }
            'batch' { Add-Request -State $State -Request $Frame }
            'chunk' { Add-Chunk -State $State -Frame $Frame }
            'ping' { Write-Frame -State $State -Frame ([ordered]@{ id = $id; op = 'pong' }) }
            'cancel' { Stop-Batch -State $State -Id $id }
            'bye' { Stop-Agent -State $State }
            default { throw (New-Refusal -Code 'UnknownOp' -Message 'This agent does not know this op.') }
        }
    }
    catch {
        $problem = ConvertTo-Failure -ErrorRecord $_
        Write-Frame -State $State -Frame (New-ErrorFrame -Id $id -Problem $problem)
    }
}

function Receive-Line {
    <# .SYNOPSIS Takes one line of the client. One that is too long or not JSON is answered, and the agent lives on. #>
    param ($State, $Line)
    $State.LastLine = $State.Clock.ElapsedMilliseconds
    try {
        if ($Line.Length -gt $State.MaxLine) {
            throw (New-Refusal -Code 'TooLong' -Message ('A line has at most {0} bytes.' -f $State.MaxLine))
        }
        $frame = ConvertFrom-JsonText -Text $Line
    }
    catch {
        $problem = ConvertTo-Failure -ErrorRecord $_
        Write-Frame -State $State -Frame (New-ErrorFrame -Id $null -Problem $problem)
        return
    }
    Receive-Frame -State $State -Frame $frame
}

# ---- Start ---------------------------------------------------------------------------------------------------------

function New-ThreadSetup {
    <# .SYNOPSIS What a new thread starts with: PowerShell itself and the functions of this file. #>
    param ($Functions)
    $setup = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
    foreach ($name in $Functions) {
        $definition = (Get-Item -LiteralPath "function:$name").Definition
        $entry = [System.Management.Automation.Runspaces.SessionStateFunctionEntry]::new($name, $definition)
        $setup.Commands.Add($entry)
    }
    return $setup
}

function Start-AgentThread {
    <# .SYNOPSIS Runs one function of this file in a runspace of its own, with the shared state as its argument. #>
    param ($Setup, $Command, $State)
    $runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($Setup)
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    [void]$shell.AddCommand($Command).AddParameter('State', $State)
    return $shell.BeginInvoke()
}

function Get-Logon {
    <# .SYNOPSIS Who runs this process; how that account logged on is known on Windows only. #>
    $logon = @{ User = [System.Environment]::UserName; Type = '' }
    if ([string][System.Environment]::OSVersion.Platform -eq 'Win32NT') {
        $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
        $logon.User = $identity.Name
        try { $logon.Type = [string]$identity.AuthenticationType }
        catch { $logon.Type = '' }
    }
    return $logon
}

function Get-StartupTime {
    <# .SYNOPSIS How long this process needed to get here, in ms; 0 where the system cannot tell. #>
    try {
        $started = [System.Diagnostics.Process]::GetCurrentProcess().StartTime
        return [long][System.Math]::Max(0.0, ([datetime]::Now - $started).TotalMilliseconds)
    }
    catch { return 0 }
}

function Get-Hello {
    <# .SYNOPSIS The first frame: what this agent is and where it runs. #>
    param ($Nonce, $Path, $LanguageMode)
    # Not SHA256 itself: before .NET Framework 4.6 it is refused where the FIPS policy is on.
    $hash = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash
    $logon = Get-Logon
    return [ordered]@{
        op = 'hello'
        v = 1
        nonce = $Nonce
        agent = $hash.ToLowerInvariant()
        ps = $PSVersionTable.PSVersion.ToString()
        edition = [string]$PSVersionTable.PSEdition
        is64 = [System.Environment]::Is64BitProcess
        culture = [string]$PSCulture
        languageMode = $LanguageMode
        user = $logon.User
        computer = [System.Environment]::MachineName
        pid = $PID
        authenticationType = $logon.Type
        startedMs = Get-StartupTime
    }
}

$hello = Get-Hello -Nonce $nonce -Path $PSCommandPath -LanguageMode $languageMode

[System.Threading.Thread]::CurrentThread.CurrentCulture = [System.Globalization.CultureInfo]::InvariantCulture
[System.Globalization.CultureInfo]::DefaultThreadCurrentCulture = [System.Globalization.CultureInfo]::InvariantCulture

# The stream is ours alone from here on: nothing else can write between frames.
$stdout = [System.Console]::OpenStandardOutput()
[System.Console]::SetOut([System.IO.TextWriter]::Null)
[System.Console]::SetError([System.IO.TextWriter]::Null)

$state = [hashtable]::Synchronized(@{
    AllowList = $AllowList
    LocalAllowList = $LocalAllowList
    RegistryLists = $RegistryLists
    Prefix = '@@' + $nonce + ' '
    Stream = $stdout
    Clock = [System.Diagnostics.Stopwatch]::StartNew()
    Queue = [System.Collections.Concurrent.BlockingCollection[object]]::new()
    Gate = [object]::new()
    Pending = [hashtable]::Synchronized(@{})
    Chunks = @{}
    MaxLine = 65536
    MaxParts = 1024
    HeartbeatMs = 45000
    IdleMs = 900000
    LastLine = 0
    LastRequest = 0
    Busy = $false
    Ending = $false
    RestartEnd = 0
    Shell = $null
    ShellId = $null
    Endpoint = $null
    Runspace = $null
    LocalRunspace = $null
    GivenUp = $null
    Worker = $null
    Watchdog = $null
})

try {
    Write-Frame -State $state -Frame $hello
    $setup = New-ThreadSetup -Functions $AgentFunctions
    $state.Worker = Start-AgentThread -Setup $setup -Command 'Invoke-Worker' -State $state
    $state.Watchdog = Start-AgentThread -Setup $setup -Command 'Watch-Agent' -State $state
    # The host feeds stdin line by line only to a plain script that names $input here, at its top level.
    foreach ($line in $input) { Receive-Line -State $state -Line ([string]$line) }
}
catch {
    $problem = ConvertTo-Failure -ErrorRecord $_
    Write-Frame -State $state -Frame (New-ErrorFrame -Id $null -Problem $problem)
}
finally { Stop-Agent -State $state }
