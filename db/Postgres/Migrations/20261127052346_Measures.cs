using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Indicators",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Period");

            migrationBuilder.AddColumn<int>(
                name: "Decimals",
                table: "Indicators",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Denominator",
                table: "Indicators",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Feeds",
                table: "Indicators",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                table: "Indicators",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Yearly");

            migrationBuilder.AddColumn<Guid>(
                name: "GuardId",
                table: "Indicators",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Indicators",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Performance");

            migrationBuilder.AddColumn<string>(
                name: "Numerator",
                table: "Indicators",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Polarity",
                table: "Indicators",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "PolarityConfirmed",
                table: "Indicators",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "SmallestGap",
                table: "Indicators",
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Indicators",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusRules",
                table: "Indicators",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Indicators",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "NotSaid");

            migrationBuilder.AddColumn<string>(
                name: "UnitWords",
                table: "Indicators",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MeasuresBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Licence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AsAt = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Revised = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    RowsHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresNeighbourLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresNeighbourLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresNeighbours",
                columns: table => new
                {
                    List = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Other = table.Column<int>(type: "integer", nullable: false),
                    Closeness = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresNeighbours", x => new { x.List, x.Place, x.Rank });
                });

            migrationBuilder.CreateTable(
                name: "MeasuresObservations",
                columns: table => new
                {
                    Series = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Batch = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<decimal>(type: "numeric", nullable: true),
                    Numerator = table.Column<decimal>(type: "numeric", nullable: true),
                    Denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Shorthand = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresObservations", x => new { x.Series, x.Place, x.Period, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "MeasuresSeries",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresSeries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresStatuses",
                columns: table => new
                {
                    Series = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<decimal>(type: "numeric", nullable: false),
                    Target = table.Column<decimal>(type: "numeric", nullable: true),
                    Rag = table.Column<int>(type: "integer", nullable: false),
                    FromPrevious = table.Column<int>(type: "integer", nullable: false),
                    FromYearBefore = table.Column<int>(type: "integer", nullable: false),
                    Variation = table.Column<int>(type: "integer", nullable: false),
                    Assurance = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    RankOf = table.Column<int>(type: "integer", nullable: true),
                    Quartile = table.Column<int>(type: "integer", nullable: true),
                    Rules = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ReckonedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresStatuses", x => new { x.Series, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "MeasuresTargets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionWhy = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresTargets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileNames = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AsAt = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresUploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeasuresUploadedFiles",
                columns: table => new
                {
                    UploadId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasuresUploadedFiles", x => new { x.UploadId, x.Position });
                    table.ForeignKey(
                        name: "FK_MeasuresUploadedFiles_MeasuresUploads_UploadId",
                        column: x => x.UploadId,
                        principalTable: "MeasuresUploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresBatches_Number",
                table: "MeasuresBatches",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresNeighbourLists_Number",
                table: "MeasuresNeighbourLists",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresSeries_IndicatorId",
                table: "MeasuresSeries",
                column: "IndicatorId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresStatuses_Place",
                table: "MeasuresStatuses",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_MeasuresTargets_IndicatorId",
                table: "MeasuresTargets",
                column: "IndicatorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MeasuresBatches");

            migrationBuilder.DropTable(
                name: "MeasuresNeighbourLists");

            migrationBuilder.DropTable(
                name: "MeasuresNeighbours");

            migrationBuilder.DropTable(
                name: "MeasuresObservations");

            migrationBuilder.DropTable(
                name: "MeasuresSeries");

            migrationBuilder.DropTable(
                name: "MeasuresStatuses");

            migrationBuilder.DropTable(
                name: "MeasuresTargets");

            migrationBuilder.DropTable(
                name: "MeasuresUploadedFiles");

            migrationBuilder.DropTable(
                name: "MeasuresUploads");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Decimals",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Denominator",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Feeds",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Frequency",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "GuardId",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Numerator",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Polarity",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "PolarityConfirmed",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "SmallestGap",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "StatusRules",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "UnitWords",
                table: "Indicators");

        }
    }
}
