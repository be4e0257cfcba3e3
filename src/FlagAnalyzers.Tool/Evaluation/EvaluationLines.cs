using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>Evaluates a stream of requests, one JSON object a line: an answer for each, at once, whatever the line is.</summary>
internal sealed class EvaluationLines(TimeProvider time)
{
    // Requests that follow each other mostly have the same manifest.
    private LoadedManifest? last;

    public ExitCode Run(TextReader input, TextWriter output)
    {
        ExitCode code = ExitCode.Fine;
        long number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            Answer answer = this.Evaluate(line);
            output.Write(Write(answer, number));
            output.Flush();
            code = answer.Error is null ? code : ExitCode.Findings;
        }

        return code;
    }

    private static string Write(Answer answer, long number)
    {
        StringBuilder text = new();
        text.Append("{\"id\":");
        JsonWriter.Append(text, answer.Id);
        text.Append(",\"value\":");
        JsonWriter.Append(text, answer.Value ?? JsonValue.Null);
        text.Append(",\"variant\":");
        JsonWriter.Append(text, Text(answer.Variant));
        text.Append(",\"reason\":");
        JsonWriter.Append(text, Text(answer.Reason));
        text.Append(",\"errorCode\":");
        JsonWriter.Append(text, Text(answer.ErrorCode));
        if (answer.Error is { } error)
        {
            text.Append(",\"error\":");
            JsonWriter.AppendString(text, $"line {number.ToString(CultureInfo.InvariantCulture)}: {error}");
        }

        return text.Append("}\n").ToString();
    }

    private static JsonValue Text(string? text) => text is null ? JsonValue.Null : JsonValue.StringFrom(text);

    private Answer Evaluate(string line)
    {
        if (!EvaluationRequest.TryRead(line, out JsonValue id, out EvaluationRequest? request, out string? error))
        {
            return Answer.Refuse(id, null, error);
        }

        if (this.last?.Text != request.Manifest)
        {
            this.last = LoadedManifest.Read(request.Manifest);
        }

        if (this.last.Snapshot is not { } snapshot)
        {
            return Answer.Refuse(id, request.Default, this.last.Error!);
        }

        BoundFlag? flag = snapshot.Find(request.Key);
        JsonEvaluation evaluation = snapshot.Evaluate(
            request.Key,
            request.Type ?? flag?.Type ?? FlagType.Object,
            request.Default ?? flag?.DefaultValue,
            request.Context,
            request.Now ?? time.GetUtcNow().ToUnixTimeSeconds());
        return new Answer(id, evaluation.Value, evaluation.Variant, evaluation.Reason, evaluation.ErrorCode, null);
    }

    private sealed record LoadedManifest(string Text, FlagSnapshot? Snapshot, string? Error)
    {
        public static LoadedManifest Read(string text)
        {
            _ = FlagSnapshot.TryLoad(new ManifestDocument("flags", text), [], out FlagSnapshot? snapshot, out string? error);
            return new LoadedManifest(text, snapshot, error);
        }
    }

    private sealed record Answer(JsonValue Id, JsonValue? Value, string? Variant, string Reason, string? ErrorCode, string? Error)
    {
        public static Answer Refuse(JsonValue id, JsonValue? value, string error) =>
            new(id, value, null, EvaluationReason.Error, EvaluationErrorCode.ParseError, error);
    }
}
