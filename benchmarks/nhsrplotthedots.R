# Times NHSRplotthedots on the series of a file in the form of `trellis spc`, calculation alone, no drawing:
#   Rscript benchmarks/nhsrplotthedots.R FOLDER-OF-NHSRplotthedots FILE.json
# Debian 12: apt-get install r-base-core r-cran-dplyr r-cran-rlang r-cran-stringr r-cran-tidyselect r-cran-assertthat r-cran-jsonlite
suppressMessages({
  library(dplyr)
  library(rlang)
  library(stringr)
})
given <- commandArgs(trailingOnly = TRUE)
is_date <- function(x) inherits(x, c("Date", "POSIXt"))
parts <- c(
  "to_datetime", "ptd_rebase", "ptd_target", "ptd_spc_options", "ptd_validate_spc_options", "ptd_add_rebase_column", "ptd_spc_standard",
  "ptd_calculate_point_type", "ptd_add_short_group_warnings", "ptd_add_target_column", "ptd_calculate_assurance_type", "ptd_spc"
)
for (part in parts) {
  # Debian 12 has dplyr 1.0.10, which does not know .default yet.
  eval(parse(text = sub("\\.default = ", "TRUE ~ ", readLines(file.path(given[1], "R", paste0(part, ".R"))))), globalenv())
}

series <- lapply(jsonlite::fromJSON(given[2], simplifyVector = FALSE)$cases, function(case) {
  input <- case$input
  dates <- as.Date(unlist(input$date))
  list(
    data = data.frame(y = vapply(input$y, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0), date = dates),
    rebase = if (length(input$rebaseAtIndex) > 0) dates[unlist(input$rebaseAtIndex) + 1],
    fix = input$fixAfterNPoints, direction = input$improvementDirection, target = input$target, screen = input$screenOutliers
  )
})
draw <- function(s) {
  ptd_calculate_assurance_type(suppressWarnings(ptd_spc(
    s$data, y, date,
    rebase = s$rebase, fix_after_n_points = s$fix, improvement_direction = s$direction, target = s$target, screen_outliers = s$screen
  )))
}
warm <- lapply(head(series, 10), draw)
spent <- system.time(drawn <- lapply(series, draw))
cat(length(drawn), "series,", round(spent[["user.self"]] / length(drawn) * 1000, 1), "ms of processor each\n")
