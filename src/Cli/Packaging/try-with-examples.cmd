@"%~dp0trellis.exe" serve --open --data "%LOCALAPPDATA%\Trellis examples" --samples "%~dp0samples"
