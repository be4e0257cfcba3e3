using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Lifecycle;

public sealed class PolicyChecksTests
{
    [Theory]
    [InlineData("""{|FLAG1010:"a"|}: { "metadata": { "kind": "release" } }""", "The release flag 'a' has no end. Give it an expiry date: ")]
    [InlineData("""{|FLAG1010:"a"|}: { "metadata": { "kind": "experiment", "created": "2026-11-01" } }""", "Give it an expiry date, at the latest 2027-01-30: ")]
    [InlineData("""
        "a": { "metadata": { "kind": "release", "owner": "checkout", "created": "2026-11-01", "expires": {|FLAG1010:"2027-01-31"|} } }
        """, "The release flag 'a' lives 91 days, from 2026-11-01 to 2027-01-31; one of that kind lives at most 90 days. Let it expire on 2027-01-30, or ask checkout whether it is of another kind.")]
    [InlineData("""
        "a": { "metadata": { "kind": "operational", "created": "2026-11-01", "expires": {|FLAG1010:"2028-01-31"|} } }
        """, "one of that kind is looked at again after 365 days. Let it expire on 2027-11-01.")]
    public void Check_UsualPolicy_AsksForTheEndOfTemporaryFlags(string flag, string message) => AssertFindings(flag, [], message);

    [Theory]
    [InlineData(""" "dark-mode": { "flagType": "boolean", "defaultValue": false } """)]
    [InlineData(""" "a": { "metadata": { "kind": "release", "permanent": true } } """)]
    [InlineData(""" "a": { "metadata": { "kind": "release", "expires": "soon" } } """)]
    [InlineData(""" "a": { "metadata": { "kind": "release", "expires": "2030-01-01" } } """)]
    [InlineData(""" "a": { "metadata": { "kind": "release", "created": "2026-11-01", "expires": "2027-01-30" } } """)]
    [InlineData(""" "a": { "metadata": { "kind": "kill-switch", "created": "2026-11-01", "expires": "2036-01-30" } } """)]
    [InlineData(""" "a": { "metadata": { "kind": "permission" } } """)]
    [InlineData(""" "a": { "suppress": ["FLAG1010"], "metadata": { "kind": "release" } } """)]
    public void Check_UsualPolicy_LeavesOthersAlone(string flag) => AssertFindings(flag, []);

    [Theory]
    [InlineData("require_owner", "true", """{|FLAG1010:"a"|}: { "metadata": { "owner": " " } }, "b": { "metadata": { "owner": "web" } }""", "The flag 'a' has no owner.")]
    [InlineData("require_description", "true", """{|FLAG1010:"a"|}: { }, "b": { "description": "Yes." }""", "The flag 'a' has no \"description\".")]
    [InlineData("require_issue", "True", """{|FLAG1010:"a"|}: { }, "b": { "metadata": { "issue": "S-1" } }""", "The flag 'a' has no issue.")]
    [InlineData("naming_pattern", "[a-z]+(-[a-z]+)*", """{|FLAG1010:"newCheckout"|}: { }, {|FLAG1010:"a-"|}: { }, "new-checkout": { }""", "does not match the naming pattern [a-z]+(-[a-z]+)*.")]
    [InlineData("require_expiry", "false", """ "a": { "metadata": { "kind": "release" } } """, null)]
    [InlineData("max_lifetime_release", "30", """ "a": { "metadata": { "kind": "release", "created": "2026-11-01", "expires": {|FLAG1010:"2026-12-31"|} } } """, "at most 30 days")]
    [InlineData("max_lifetime_release", "none", """ "a": { "metadata": { "kind": "release", "created": "2026-11-01", "expires": "2036-12-31" } } """, null)]
    [InlineData("max_lifetime_kill_switch", "365", """ "a": { "metadata": { "kind": "kill-switch", "created": "2026-11-01", "expires": {|FLAG1010:"2028-12-31"|} } } """, "at most 365 days")]
    public void Check_Option_ChangesWhatIsAsked(string option, string value, string flags, string? message) =>
        AssertFindings(flags, new Dictionary<string, string> { [option] = value }, message is null ? [] : [message]);

    [Theory]
    [InlineData("require_owner", "yes", "expected true or false")]
    [InlineData("max_lifetime_release", "-1", "expected a number of days, or none")]
    [InlineData("naming_pattern", "[a-z", "is no regular expression")]
    public void Read_OptionThatMeansNothing_IsAProblemAndTheUsualCounts(string option, string value, string words)
    {
        FlagPolicy policy = FlagPolicy.Read(name => name == option ? value : null);

        Assert.Contains(words, Assert.Single(policy.Problems), StringComparison.Ordinal);
        Assert.Equal((false, 90, null), (policy.RequiresOwner, policy.LifetimeOf("release"), policy.Naming));
    }

    [Fact]
    public void Check_PatternThatBacktracksForEver_LetsTheKeyPass() =>
        AssertFindings($"\"{new string('a', 60)}!\": {{ }}", new Dictionary<string, string> { ["naming_pattern"] = "(a+)+" });

    private static void AssertFindings(string flags, Dictionary<string, string> options, params string[] messages)
    {
        MarkedText marked = MarkedText.Parse($$"""{ "flags": { {{flags}} } }""");

        IReadOnlyList<ManifestIssue> issues = PolicyChecks.Check(ManifestReader.Read(marked.Text), FlagPolicy.Read(options.GetValueOrDefault));

        Assert.Equal(marked.Marks.Select(mark => (mark.Id, mark.Range)), issues.Select(issue => (issue.Id, issue.Range)));
        Assert.All(messages, message => Assert.Contains(issues, issue => issue.Message.Contains(message, StringComparison.Ordinal)));
    }
}
