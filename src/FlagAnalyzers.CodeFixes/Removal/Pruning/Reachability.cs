using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <summary>Goes through a list of statements and tells those that a jump before them cuts off. The compiler, which looks at the whole member, is asked only behind a jump.</summary>
internal sealed class Reachability(SemanticModel model)
{
    private StatementSyntax? first;

    /// <summary>Whether the first statement is reachable itself; behind a guard such as <c>Call() &amp;&amp; false</c> a whole list is not, and its case must end in a jump all the same.</summary>
    private bool? isListReached;

    /// <summary>Whether the statements up to here were reachable.</summary>
    private bool isReached = true;

    /// <summary>Whether the last statement could have kept the next from being reached.</summary>
    private bool isInDoubt;

    /// <summary>Whether the next statement of the list is cut off from the first.</summary>
    public bool IsNextCutOff(StatementSyntax statement)
    {
        this.first ??= statement;
        if (statement is LocalFunctionStatementSyntax)
        {
            return false;
        }

        if (statement.Parent is GlobalStatementSyntax global)
        {
            return statement is not LabeledStatementSyntax && Idle.IsCutOff(global);
        }

        if (statement is LabeledStatementSyntax)
        {
            // It may be jumped to, or not.
            this.isReached = true;
            this.isInDoubt = statement != this.first;
            return false;
        }

        if (this.isReached && this.isInDoubt)
        {
            this.isReached = !((this.isListReached ??= !Idle.IsUnreachable(this.first, model)) && Idle.IsUnreachable(statement, model));
        }

        this.isInDoubt = Jumps.MayNotEnd(statement);
        return !this.isReached;
    }
}
