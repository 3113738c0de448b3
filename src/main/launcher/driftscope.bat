@echo off
rem Starts Driftscope: the window without arguments, the command line with them.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_CMD=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_CMD=%JAVA_HOME%\bin\java.exe"
rem A heap of one size for the window, which runs for hours.
set "HEAP="
if "%~1"=="" set "HEAP=-Xms512m -Xmn160m -XX:-UseAdaptiveSizePolicy"
"%JAVA_CMD%" -Xmx2g -XX:+UseParallelGC %HEAP% -Dorg.bytedeco.javacpp.maxbytes=4g -Dorg.bytedeco.javacpp.maxphysicalbytes=8g "-Dsample.data=%HOME_DIR%\sample-data" %DRIFTSCOPE_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.driftscope.Main %*
exit /b %ERRORLEVEL%
