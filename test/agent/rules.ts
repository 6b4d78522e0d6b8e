/** A construct that must not stand in the agent: what, how it is found, and a text in which it must be found. */
export interface Rule {
    readonly what: string;
    readonly pattern: RegExp;
    readonly sample: string;
}

/** Looked for in the script without its comments, which may speak of what they forbid. */
export const forbidden: readonly Rule[] = [
    { what: "Invoke-Expression", pattern: /\b(Invoke-Expression|iex)\b/i, sample: "iex $text" },
    {
        what: "script text",
        pattern: /AddScript|InvokeScript|\[scriptblock\]|NewScriptBlock/i,
        sample: "$x.AddScript($t)",
    },
    { what: "Add-Type", pattern: /\bAdd-Type\b/i, sample: "Add-Type -TypeDefinition $t" },
    { what: "reflection", pattern: /\.GetType\(|GetMethod|\[Reflection\.|System\.Reflection/i, sample: "$x.GetType()" },
    { what: "[Console]::In", pattern: /Console\]::(In\b|OpenStandardInput|Read)/i, sample: "[Console]::In.ReadLine()" },
    {
        what: "a network verb",
        pattern: /DownloadString|DownloadFile|WebClient|Invoke-WebRequest|Invoke-RestMethod|HttpClient|Sockets/i,
        sample: "(New-Object Net.WebClient).DownloadString($u)",
    },
    {
        what: "PowerShell's own way to the registry",
        pattern:
            /\b(New|Set|Remove|Rename|Copy|Move|Clear)-Item(Property)?\b|Get-Item(Property|PropertyValue)\b|New-PSDrive/i,
        sample: "New-Item -Path $key -Force",
    },
    { what: "a registry path with a drive", pattern: /\bHK(LM|CU|CR|U):|Registry::/i, sample: "'HKLM:\\SOFTWARE'" },
    { what: "a registry tree to delete", pattern: /DeleteSubKeyTree/i, sample: "$key.DeleteSubKeyTree($name)" },
    { what: "another computer's registry", pattern: /OpenRemoteBaseKey/i, sample: "OpenRemoteBaseKey" },
    { what: "what RegistryKey expands", pattern: /\.GetValue\(\$\w+\)/i, sample: "$key.GetValue($name)" },
    {
        what: "a hash that the FIPS policy refuses",
        pattern: /Cryptography\./i,
        sample: "[Security.Cryptography.SHA256]",
    },
    { what: "base64 of code", pattern: /EncodedCommand/i, sample: "-EncodedCommand $x" },
    { what: "a ternary", pattern: /\s\?\s/, sample: "$a ? 1 : 2" },
    { what: "??", pattern: /\?\?/, sample: "$a ?? 1" },
    { what: "&&", pattern: /&&/, sample: "a && b" },
    { what: "||", pattern: /\|\|/, sample: "a || b" },
    { what: "-AsHashtable", pattern: /-AsHashtable\b/i, sample: "ConvertFrom-Json -AsHashtable" },
    { what: "-EnumsAsStrings", pattern: /-EnumsAsStrings\b/i, sample: "ConvertTo-Json -EnumsAsStrings" },
    { what: "ConvertFrom-Json", pattern: /\bConvertFrom-Json\b(?!\w)/i, sample: "ConvertFrom-Json $x" },
    { what: "-ErrorAction", pattern: /-ErrorAction\b/i, sample: "Get-Item x -ErrorAction Stop" },
    { what: "CmdletBinding", pattern: /CmdletBinding/i, sample: "[CmdletBinding()]" },
    { what: "a parameter attribute", pattern: /\[Parameter\b|\[Validate/i, sample: "[Parameter(Mandatory)]" },
    { what: "a process block", pattern: /\bprocess\s*\{/i, sample: "process { 1 }" },
    { what: "a backtick at the end of a line", pattern: /`\s*$/m, sample: "Get-Item `\n" },
    { what: "an empty catch", pattern: /catch\s*\{\s*\}/i, sample: "try { 1 } catch { }" },
    { what: "a double-quoted text that expands nothing", pattern: /"[^"$`\n']+"(?![^\n]*')/, sample: '$a = "text"' },
    {
        what: "a name with a colon in a text",
        pattern: /"[^"\n]*\$(?!env:|function:)\w+:[^"\n]*"/i,
        sample: '"$name: x"',
    },
];

/** Looked for in the whole text, comments included. */
export const untidy: readonly Rule[] = [
    { what: "anything but ASCII", pattern: /[^\n\x20-\x7e]/, sample: "# gr\u00f6\u00dfe" },
    { what: "a carriage return", pattern: /\r/, sample: "$a = 1\r\n" },
    { what: "a tab", pattern: /\t/, sample: "\t$a = 1" },
    { what: "a line over 120 columns", pattern: /^.{121,}$/m, sample: "x".repeat(121) },
    { what: "blanks at the end of a line", pattern: / +$/m, sample: "$a = 1 \n" },
];

/** Cmdlets of PowerShell itself that the agent calls by name; everything else that it calls is a function of its own. */
export const ownCmdlets = [
    "ConvertTo-Json",
    "Get-CimInstance",
    "Get-FileHash",
    "Get-Item",
    "Get-Service",
    "Sort-Object",
];

export function withoutComments(script: string): string {
    return script.replaceAll(/<#[\s\S]*?#>/g, "").replaceAll(/^\s*#.*$/gm, "");
}
