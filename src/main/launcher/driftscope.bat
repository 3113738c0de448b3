@echo off
rem Starts Driftscope: the window without arguments or with files to open, the command line with a command.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_CMD=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_CMD=%JAVA_HOME%\bin\java.exe"
rem A heap of one size for the window, which runs for hours.
set "HEAP=-XX:MaxNewSize=512m"
set "OPENS="
if "%~1"=="" set "OPENS=1"
if not "%~1"=="" if exist "%~1" set "OPENS=1"
if defined OPENS set "HEAP=-Xms512m -Xmn160m -XX:-UseAdaptiveSizePolicy"
"%JAVA_CMD%" -XX:MaxRAMPercentage=40 -XX:+UseParallelGC %HEAP% "-Dsample.data=%HOME_DIR%\sample-data" %DRIFTSCOPE_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.driftscope.Main %*
exit /b %ERRORLEVEL%
