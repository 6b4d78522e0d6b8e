/** The part of the module that is the same for every cmdlet. Texts of objects carry a mark, see `module-answer.ts`. */
export const MODULE_FUNCTIONS = `$ProgressPreference = 'SilentlyContinue'

function ConvertTo-LabArgument {
    param ($Value)
    if ($null -eq $Value) { return @{ '$' = 'null' } }
    if ($Value -is [switch]) { return $Value.ToBool() }
    if ($Value -is [bool] -or $Value -is [int] -or $Value -is [long] -or $Value -is [double]) { return $Value }
    if ($Value -is [string]) { return $Value.ToString() }
    if ($Value -is [pscredential]) {
        return @{ '$' = 'credential'; user = $Value.UserName; v = $Value.GetNetworkCredential().Password }
    }
    if ($Value -is [securestring]) {
        return @{ '$' = 'secure'; v = [System.Net.NetworkCredential]::new('', $Value).Password }
    }
    if ($Value -is [byte[]]) { return @{ '$' = 'bytes'; v = [System.Convert]::ToBase64String($Value) } }
    if ($Value -is [System.Collections.IDictionary]) {
        $entries = @{}
        foreach ($key in $Value.Keys) {
            $texts = [string[]]@($Value[$key])
            $entries[[string]$key] = $texts
        }
        return @{ '$' = 'table'; entries = $entries }
    }
    if ($Value -is [System.Collections.IEnumerable]) {
        $texts = [string[]]@($Value)
        return , $texts
    }
    return $Value.ToString()
}

function ConvertFrom-LabValue {
    param ($Value)
    if ($Value -is [array]) {
        $list = [System.Collections.ArrayList]::new()
        foreach ($item in $Value) {
            $converted = ConvertFrom-LabValue -Value $item
            [void]$list.Add($converted)
        }
        return , $list
    }
    if ($Value -is [string]) {
        $text = $Value.Substring(2)
        if ($Value.StartsWith('g:')) { return [guid]$text }
        if ($Value.StartsWith('d:')) {
            $culture = [System.Globalization.CultureInfo]::InvariantCulture
            return [datetime]::Parse($text, $culture, [System.Globalization.DateTimeStyles]::RoundtripKind)
        }
        return $text
    }
    if ($Value -is [long]) { return [int]$Value }
    return $Value
}

function New-LabErrorRecord {
    param ($Problem)
    $exception = [System.Exception]::new($Problem.message)
    $category = [System.Management.Automation.ErrorCategory]$Problem.category
    $record = [System.Management.Automation.ErrorRecord]::new($exception, $Problem.id, $category, $null)
    # The short name of an exception that exists on Exchange servers only.
    $record.CategoryInfo.Reason = $Problem.reason
    return $record
}

function Invoke-LabCmdlet {
    param ($Name, $Bound)
    $parameters = @{}
    foreach ($entry in $Bound.GetEnumerator()) {
        if ([System.Management.Automation.Cmdlet]::CommonParameters -notcontains $entry.Key) {
            $parameters[$entry.Key] = ConvertTo-LabArgument -Value $entry.Value
        }
    }
    $json = ConvertTo-Json -InputObject @{ name = $Name; par = $parameters } -Depth 6 -Compress
    $request = @{
        Uri = $LabUri
        Method = 'Post'
        Headers = @{ 'X-Lab-Token' = $LabToken }
        ContentType = 'application/json'
        Body = [System.Text.Encoding]::UTF8.GetBytes($json)
        NoProxy = $true
        TimeoutSec = 60
        ErrorAction = 'Stop'
    }
    $response = Invoke-WebRequest @request
    $answer = ConvertFrom-Json -InputObject $response.Content
    foreach ($warning in $answer.warnings) { Write-Warning -Message $warning }
    $outcome = @{ Thrown = $null; Written = @(); Objects = @() }
    if ($null -ne $answer.error) {
        $record = New-LabErrorRecord -Problem $answer.error
        if ($answer.error.thrown) { $outcome.Thrown = $record }
        else { $outcome.Written = @($record) }
    }
    $outcome.Objects = @(foreach ($object in $answer.objects) {
        $properties = [ordered]@{}
        foreach ($property in $object.PSObject.Properties) {
            $properties[$property.Name] = ConvertFrom-LabValue -Value $property.Value
        }
        [pscustomobject]$properties
    })
    return $outcome
}
`;
