using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlanDelivered : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Appetite",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "Risks",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Consequence",
                table: "Risks",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CurrentImpact",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CurrentLikelihood",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InherentImpact",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InherentLikelihood",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LevelRank",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextReviewBy",
                table: "Risks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TargetImpact",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TargetLikelihood",
                table: "Risks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Treatment",
                table: "Risks",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Commentary",
                table: "PlanItems",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CommentaryOn",
                table: "PlanItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ContinuesId",
                table: "PlanItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OwnerOfficerId",
                table: "PlanItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerMonths",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeyDecisionDays",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: 28);

            migrationBuilder.AddColumn<int>(
                name: "NoticeDays",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<string>(
                name: "NoticeKind",
                table: "Forums",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "ClearWorkingDays");

            migrationBuilder.AddColumn<int>(
                name: "Quorum",
                table: "Forums",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "QuorumAgencyIds",
                table: "Forums",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "SaturdayCounts",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceAgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Asked = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LateReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsKeyDecision = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForwardPlanItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PresenterOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceAgendaItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceAsks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceChallenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RaisedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    VerdictReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceChallenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceCycles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    PeriodEnd = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Opens = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Closes = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    GraceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ApproveBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PublishOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlanIds = table.Column<string>(type: "TEXT", nullable: false),
                    MeetingIds = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LockedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceCycles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceDeclarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceDeclarations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceForwardPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsKeyDecision = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeadOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceForwardPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SendBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DayNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AttendanceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PresentMemberIds = table.Column<string>(type: "TEXT", nullable: false),
                    ApologyMemberIds = table.Column<string>(type: "TEXT", nullable: false),
                    MinutesPublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceMeetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Votes = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernancePapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    AuthorOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernancePapers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PassedOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanCycleStands",
                columns: table => new
                {
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Lifecycle = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Due = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanCycleStands", x => new { x.CycleId, x.ItemId });
                });

            migrationBuilder.CreateTable(
                name: "PlanUpdateDrafts",
                columns: table => new
                {
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stamp = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanUpdateDrafts", x => new { x.CycleId, x.ItemId });
                });

            migrationBuilder.CreateTable(
                name: "PlanUpdates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NoChange = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    LateWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Milestones = table.Column<string>(type: "TEXT", nullable: false),
                    AskWhat = table.Column<string>(type: "TEXT", nullable: true),
                    AskOf = table.Column<string>(type: "TEXT", nullable: true),
                    AskForumId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanUpdates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishingReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PriorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Newest = table.Column<int>(type: "INTEGER", nullable: false),
                    NewestAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishingVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RiskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskActions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskControls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RiskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Effectiveness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskControls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskMatrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LikelihoodNames = table.Column<string>(type: "TEXT", maxLength: 186, nullable: false),
                    ImpactNames = table.Column<string>(type: "TEXT", maxLength: 186, nullable: false),
                    BandNames = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Cells = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskMatrices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RiskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Found = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    InherentLikelihood = table.Column<int>(type: "INTEGER", nullable: true),
                    InherentImpact = table.Column<int>(type: "INTEGER", nullable: true),
                    CurrentLikelihood = table.Column<int>(type: "INTEGER", nullable: true),
                    CurrentImpact = table.Column<int>(type: "INTEGER", nullable: true),
                    TargetLikelihood = table.Column<int>(type: "INTEGER", nullable: true),
                    TargetImpact = table.Column<int>(type: "INTEGER", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NextReviewBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskReviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishingSnapshots",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingSnapshots", x => x.VersionId);
                    table.ForeignKey(
                        name: "FK_PublishingSnapshots_PublishingVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PublishingVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Risks_OwnerOfficerId",
                table: "Risks",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_OwnerOfficerId",
                table: "PlanItems",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceAgendaItems_MeetingId_Number",
                table: "GovernanceAgendaItems",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceAsks_ThingId",
                table: "GovernanceAsks",
                column: "ThingId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceChallenges_ForumId_Reference",
                table: "GovernanceChallenges",
                columns: new[] { "ForumId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceChallenges_OwnerOfficerId",
                table: "GovernanceChallenges",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceCycles_Address",
                table: "GovernanceCycles",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceCycles_State",
                table: "GovernanceCycles",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDecisions_ForumId_Reference",
                table: "GovernanceDecisions",
                columns: new[] { "ForumId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDecisions_MeetingId",
                table: "GovernanceDecisions",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDecisions_OwnerOfficerId",
                table: "GovernanceDecisions",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDeclarations_MeetingId",
                table: "GovernanceDeclarations",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceForwardPlan_ForumId_Reference",
                table: "GovernanceForwardPlan",
                columns: new[] { "ForumId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceMeetings_Day",
                table: "GovernanceMeetings",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceMeetings_ForumId_Address",
                table: "GovernanceMeetings",
                columns: new[] { "ForumId", "Address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceMembers_ForumId",
                table: "GovernanceMembers",
                column: "ForumId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernancePapers_AgendaItemId_Position",
                table: "GovernancePapers",
                columns: new[] { "AgendaItemId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceTerms_ForumId_Number",
                table: "GovernanceTerms",
                columns: new[] { "ForumId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_AccountId",
                table: "OutboxMessages",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_SentAt_WrittenAt",
                table: "OutboxMessages",
                columns: new[] { "SentAt", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanUpdateDrafts_ItemId",
                table: "PlanUpdateDrafts",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanUpdates_CycleId_ItemId",
                table: "PlanUpdates",
                columns: new[] { "CycleId", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanUpdates_ItemId",
                table: "PlanUpdates",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishingReports_Address",
                table: "PublishingReports",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishingReports_NewestAt",
                table: "PublishingReports",
                column: "NewestAt");

            migrationBuilder.CreateIndex(
                name: "IX_PublishingVersions_ReportId_Number",
                table: "PublishingVersions",
                columns: new[] { "ReportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskActions_OwnerOfficerId",
                table: "RiskActions",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskActions_RiskId",
                table: "RiskActions",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskControls_OwnerOfficerId",
                table: "RiskControls",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskControls_RiskId",
                table: "RiskControls",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskReviews_RiskId_On",
                table: "RiskReviews",
                columns: new[] { "RiskId", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Agencies");

            migrationBuilder.DropTable(
                name: "GovernanceAgendaItems");

            migrationBuilder.DropTable(
                name: "GovernanceAsks");

            migrationBuilder.DropTable(
                name: "GovernanceChallenges");

            migrationBuilder.DropTable(
                name: "GovernanceCycles");

            migrationBuilder.DropTable(
                name: "GovernanceDecisions");

            migrationBuilder.DropTable(
                name: "GovernanceDeclarations");

            migrationBuilder.DropTable(
                name: "GovernanceForwardPlan");

            migrationBuilder.DropTable(
                name: "GovernanceMeetings");

            migrationBuilder.DropTable(
                name: "GovernanceMembers");

            migrationBuilder.DropTable(
                name: "GovernancePapers");

            migrationBuilder.DropTable(
                name: "GovernanceTerms");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "PlanCycleStands");

            migrationBuilder.DropTable(
                name: "PlanUpdateDrafts");

            migrationBuilder.DropTable(
                name: "PlanUpdates");

            migrationBuilder.DropTable(
                name: "PublishingReports");

            migrationBuilder.DropTable(
                name: "PublishingSnapshots");

            migrationBuilder.DropTable(
                name: "RiskActions");

            migrationBuilder.DropTable(
                name: "RiskControls");

            migrationBuilder.DropTable(
                name: "RiskMatrices");

            migrationBuilder.DropTable(
                name: "RiskReviews");

            migrationBuilder.DropTable(
                name: "PublishingVersions");

            migrationBuilder.DropIndex(
                name: "IX_Risks_OwnerOfficerId",
                table: "Risks");

            migrationBuilder.DropIndex(
                name: "IX_PlanItems_OwnerOfficerId",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "Appetite",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Consequence",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "CurrentImpact",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "CurrentLikelihood",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "InherentImpact",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "InherentLikelihood",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "LevelRank",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "NextReviewBy",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "TargetImpact",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "TargetLikelihood",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Treatment",
                table: "Risks");

            migrationBuilder.DropColumn(
                name: "Commentary",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "CommentaryOn",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "OwnerOfficerId",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "AnswerMonths",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "KeyDecisionDays",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "NoticeDays",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "NoticeKind",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "Quorum",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "QuorumAgencyIds",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "SaturdayCounts",
                table: "Forums");
        }
    }
}
