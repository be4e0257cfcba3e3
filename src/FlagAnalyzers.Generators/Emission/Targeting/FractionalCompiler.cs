using System.Globalization;
using System.Text;
using FlagAnalyzers.Bucketing;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>Compiles <c>fractional</c>: the hash of what everybody shares is a constant, and buckets of constant weight are comparisons with constants.</summary>
/// <param name="scope">The rule.</param>
/// <param name="values">Compiles values.</param>
/// <param name="statements">Where the statements go.</param>
/// <param name="compileResult">Compiles the rule that gives the variant of a bucket.</param>
internal sealed class FractionalCompiler(RuleScope scope, ValueCompiler values, RuleStatements statements, Func<Rule, RuleStatements> compileResult)
{
    /// <summary>Hashes lie below this.</summary>
    private const ulong HashEnd = 1UL << 32;

    /// <summary>Returns the variant of the bucket, on every way.</summary>
    public void Result(Rule.Operation operation)
    {
        if (operation.IsBare)
        {
            scope.RejectOperator(operation);
            return;
        }

        bool isShort = operation.Arguments.Count == 0 || operation.Arguments[0] is Rule.List;
        if (this.ReadBuckets(operation, isShort ? 0 : 1) is not { } buckets)
        {
            return;
        }

        // Weights come first, because one that fails does so also where there is nothing to bucket by.
        string? total = null;
        if (!buckets.TrueForAll(static bucket => bucket.ConstantWeight is not null))
        {
            total = this.SumWeights(buckets);
        }

        string? hash = isShort ? this.HashOfKeys() : this.HashOf(operation.Arguments[0]);
        if (hash is null)
        {
            return;
        }

        if (total is null)
        {
            this.PickByConstants(hash, buckets);
        }
        else
        {
            this.PickBySums(hash, total, buckets);
        }
    }

    private List<Bucket>? ReadBuckets(Rule.Operation operation, int first)
    {
        List<Bucket> buckets = [];
        for (int i = first; i < operation.Arguments.Count; i++)
        {
            if (operation.Arguments[i] is not Rule.List { Items: { Count: 1 or 2 } parts })
            {
                scope.RejectOperator(operation);
                return null;
            }

            RuleStatements variant = this.CompileVariant(parts[0]);
            if (scope.Problem is not null)
            {
                return null;
            }

            switch (parts.Count == 1 ? null : parts[1])
            {
                case null or Rule.Literal { Value.Kind: JsonKind.Null }:
                    buckets.Add(new Bucket(variant, 1, null));
                    break;
                case Rule.Literal { Value: var weight }:
                    bool isWeight = weight.Kind == JsonKind.Number && !double.IsInfinity(weight.Number) && BucketPlace.TryReadWeight(weight.Number, out _);
                    long whole = 0;
                    _ = isWeight && BucketPlace.TryReadWeight(weight.Number, out whole);
                    buckets.Add(new Bucket(variant, isWeight ? whole : -1, null));
                    break;
                case { } rule:
                    if (values.Value(rule) is not { } operand)
                    {
                        return null;
                    }

                    if (operand.Kind != OperandKind.Number || operand.IsNullable)
                    {
                        scope.Reject("a weight may be something else than a number");
                        return null;
                    }

                    buckets.Add(new Bucket(variant, null, operand.Code));
                    break;
            }
        }

        return buckets;
    }

    /// <summary>What returns the variant of a bucket. The daemon evaluates those of all buckets first; that makes a difference only for rules that may fail.</summary>
    private RuleStatements CompileVariant(Rule rule)
    {
        int failures = scope.Failures;
        RuleStatements body = compileResult(rule);
        if (scope.Failures == failures)
        {
            return body;
        }

        string method = scope.NextLocal("Variant");
        statements.Open($"int {method}()");
        statements.Append(body);
        statements.Close();
        string result = scope.NextLocal("variant");
        statements.Add($"int {result} = {method}();");
        statements.ReturnIf($"{result} == RuleFailed", "RuleFailed");
        RuleStatements known = new();
        known.Return(result);
        return known;
    }

    private string SumWeights(List<Bucket> buckets)
    {
        string sum = "0";
        bool mayFail = false;
        foreach (Bucket bucket in buckets)
        {
            string weight = bucket.Weight ?? bucket.ConstantWeight.GetValueOrDefault().ToString(CultureInfo.InvariantCulture) + "d";
            mayFail |= bucket.Weight is not null;

            // A constant that is no weight is passed on as one that is none.
            weight = bucket.ConstantWeight < 0 ? "0.5d" : weight;
            bucket.End = scope.NextLocal("end");
            statements.Add($"int {bucket.End} = {GeneratedNames.RuleOperations}.AddWeight({sum}, {weight});");
            sum = bucket.End;
        }

        if (mayFail && scope.Failures > 0)
        {
            statements.ReturnIf(RuleScope.Failed, "RuleFailed");
        }

        return sum;
    }

    /// <summary>By the flag's key and the targeting key, one after the other.</summary>
    private string? HashOfKeys()
    {
        if (scope.ReadVariable(ContextVariables.TargetingKey) is not { } key)
        {
            return null;
        }

        string local = scope.NextLocal("key");
        statements.Add($"string? {local} = {key.Code};");
        statements.ReturnIf($"string.IsNullOrEmpty({local})", VariantCodes.None);
        string hash = scope.NextLocal("hash");
        statements.Add($"uint {hash} = {Hash(scope.Flag.Key, local + "!")};");
        return hash;
    }

    private string? HashOf(Rule bucketing)
    {
        if (bucketing is Rule.Operation { Operator: RuleOperator.Concatenate, IsBare: false } concatenation && concatenation.Arguments.Count > 0)
        {
            return this.HashOfParts(concatenation);
        }

        int failures = scope.Failures;
        if (values.Value(bucketing) is not { } text)
        {
            return null;
        }

        if (text.Kind != OperandKind.Text)
        {
            scope.Reject("the bucketing value may be something else than a text");
            return null;
        }

        string local = scope.NextLocal("text");
        string hash = scope.NextLocal("hash");
        statements.Add($"{text.TypeName} {local} = {text.Code};");
        if (scope.Failures != failures)
        {
            statements.ReturnIf(RuleScope.Failed, "RuleFailed");
        }

        if (!text.IsNullable)
        {
            statements.Add($"uint {hash} = {Hash("", local)};");
            return hash;
        }

        // Without a bucketing value it goes by the keys.
        statements.Add($"uint {hash};");
        statements.Open($"if ({local} is null)");
        string? byKeys = this.HashOfKeys();
        statements.Add($"{hash} = {byKeys};");
        statements.Close();
        statements.Open("else");
        statements.Add($"{hash} = {Hash("", local)};");
        statements.Close();
        return byKeys is null ? null : hash;
    }

    private string? HashOfParts(Rule.Operation concatenation)
    {
        List<Operand> parts = [];
        int failures = scope.Failures;
        StringBuilder prefix = new();
        foreach (Rule argument in concatenation.Arguments)
        {
            if (values.Value(argument) is not { } part)
            {
                return null;
            }

            if (part.Kind is OperandKind.Boolean or OperandKind.List)
            {
                scope.RejectOperator(concatenation);
                return null;
            }

            if (part.ConstantText is { } shared && parts.Count == 0)
            {
                prefix.Append(shared);
            }
            else if (part.Kind != OperandKind.Null)
            {
                parts.Add(part);
            }
        }

        // One part alone keeps its white space.
        if (concatenation.Arguments.Count == 1)
        {
            return parts.Count == 1 && parts[0].Kind == OperandKind.Number ? this.HashOfParts("", "", parts, failures)
                : this.Declare(parts.Count == 0 ? Hash("", CSharpLiteral.String(prefix.ToString())) : Hash("", parts[0].IsNullable ? $"({parts[0].Code} ?? \"\")" : parts[0].Code), failures);
        }

        string beginning = prefix.ToString().TrimStart();
        string start = beginning.TrimEnd();
        if (start.Length > 0 && char.IsHighSurrogate(start[start.Length - 1]))
        {
            // The next part may bring the other half of the character.
            start = start.Substring(0, start.Length - 1).TrimEnd();
        }

        return this.HashOfParts(start, beginning.Substring(start.Length), parts, failures);
    }

    private string HashOfParts(string start, string rest, List<Operand> parts, int failures)
    {
        Murmur3 murmur = default;
        murmur.Append(start.AsSpan());
        string text = scope.NextLocal("text");
        statements.Add($"var {text} = new {GeneratedNames.BucketingText}({State(murmur)});");
        if (rest.Length > 0)
        {
            statements.Add($"{text}.Append({CSharpLiteral.String(rest)});");
        }

        foreach (Operand part in parts)
        {
            statements.Add($"{text}.Append({part.Code});");
        }

        return this.Declare(text + ".Finish()", failures);
    }

    private string Declare(string code, int failures)
    {
        string hash = scope.NextLocal("hash");
        statements.Add($"uint {hash} = {code};");
        if (scope.Failures != failures)
        {
            statements.ReturnIf(RuleScope.Failed, "RuleFailed");
        }

        return hash;
    }

    /// <summary>A hash below <c>end / total</c> of all hashes lies in the buckets up to that end.</summary>
    private void PickByConstants(string hash, List<Bucket> buckets)
    {
        long total = 0;
        foreach (Bucket bucket in buckets)
        {
            long weight = bucket.ConstantWeight.GetValueOrDefault();
            total = weight < 0 || total < 0 || total + weight > BucketPlace.LargestWeight ? -1 : total + weight;
        }

        if (total <= 0)
        {
            statements.Return(VariantCodes.None);
            return;
        }

        ulong end = 0;
        foreach (Bucket bucket in buckets)
        {
            long weight = bucket.ConstantWeight.GetValueOrDefault();
            if (weight == 0)
            {
                continue;
            }

            end += (ulong)weight;
            if (end == (ulong)total)
            {
                statements.Append(bucket.Variant);
                return;
            }

            ulong hashes = ((end * HashEnd) + (ulong)total - 1) / (ulong)total;
            this.ReturnIf($"{hash} < {hashes.ToString(CultureInfo.InvariantCulture)}u", bucket);
        }
    }

    private void PickBySums(string hash, string total, List<Bucket> buckets)
    {
        statements.ReturnIf($"{total} <= 0", VariantCodes.None);
        for (int i = 0; i < buckets.Count - 1; i++)
        {
            this.ReturnIf($"{GeneratedNames.RuleOperations}.IsBelow({hash}, {total}, {buckets[i].End})", buckets[i]);
        }

        statements.Append(buckets[buckets.Count - 1].Variant);
    }

    private void ReturnIf(string condition, Bucket bucket)
    {
        statements.Open($"if ({condition})");
        statements.Append(bucket.Variant);
        statements.Close();
    }

    private static string Hash(string shared, string text)
    {
        Murmur3 murmur = default;
        murmur.Append(shared.AsSpan());
        return $"{GeneratedNames.BucketingText}.Hash({State(murmur)}, {text})";
    }

    private static string State(Murmur3 murmur) =>
        string.Format(CultureInfo.InvariantCulture, "0x{0:x8}u, 0x{1:x8}u, {2}", murmur.State, murmur.Pending, murmur.Length);

    /// <param name="variant">What returns its variant.</param>
    /// <param name="constantWeight">The weight, negative where it is none; null where a rule gives it.</param>
    /// <param name="weight">The rule that gives it, as an expression.</param>
    private sealed class Bucket(RuleStatements variant, long? constantWeight, string? weight)
    {
        public RuleStatements Variant { get; } = variant;

        public long? ConstantWeight { get; } = constantWeight;

        public string? Weight { get; } = weight;

        /// <summary>The local that holds the sum of the weights up to and with this one.</summary>
        public string End { get; set; } = "";
    }
}
